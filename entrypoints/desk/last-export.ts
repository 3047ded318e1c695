import type { ExportChoice } from '../../components/desk/view.ts';

/** For whom, what for and to whose key the log was last exported on this machine; empty the first time. */
export function lastExport(): Pick<ExportChoice, 'recipient' | 'purpose' | 'lock'> {
  const id = localStorage.getItem('export-key');
  return {
    recipient: localStorage.getItem('export-recipient') ?? '',
    purpose: localStorage.getItem('export-purpose') ?? '',
    // One that was removed is still asked for: a file must not become readable because of that.
    lock: id === null ? { kind: 'none' } : { kind: 'key', id },
  };
}

/** A purpose given for personal data is not offered again: it is to be said anew each time. */
export function rememberExport({ recipient, purpose, words, lock }: ExportChoice): void {
  localStorage.setItem('export-recipient', recipient);
  if (lock.kind === 'key' && lock.id !== null) localStorage.setItem('export-key', lock.id);
  else localStorage.removeItem('export-key');
  if (words === 'redacted') localStorage.setItem('export-purpose', purpose);
}
