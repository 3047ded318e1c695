import type { ExportChoice } from '../../components/desk/view.ts';

/** For whom and what for the log was last exported on this machine; empty the first time. */
export const lastExport = (): Pick<ExportChoice, 'recipient' | 'purpose'> => ({
  recipient: localStorage.getItem('export-recipient') ?? '',
  purpose: localStorage.getItem('export-purpose') ?? '',
});

/** A purpose given for personal data is not offered again: it is to be said anew each time. */
export function rememberExport({ recipient, purpose, words }: ExportChoice): void {
  localStorage.setItem('export-recipient', recipient);
  if (words === 'redacted') localStorage.setItem('export-purpose', purpose);
}
