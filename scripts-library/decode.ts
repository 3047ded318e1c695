import { issue, type PackIssue } from './pack-issue.ts';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly notes: readonly PackIssue[] }
  | { readonly ok: false; readonly error: PackIssue };

const strict = (label: string): TextDecoder => new TextDecoder(label, { fatal: true, ignoreBOM: false });

/** Where the bytes stop being UTF-8: the first that no text can have there. */
function offsetOf(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  // A decoder says only that it failed. A prefix is good if it fails at most by its last, cut-off character.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      strict('utf-8').decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      high = middle - 1;
    }
  }
  return low;
}

function decodes(bytes: Uint8Array, label: string): string | null {
  try {
    return strict(label).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** UTF-16 without its mark: every other byte of plain JSON or CSV is zero. */
function wide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 64);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const half = head.length / 4;
  if ((zeros[1] ?? 0) > half && zeros[0] === 0) return 'utf-16le';
  return (zeros[0] ?? 0) > half && zeros[1] === 0 ? 'utf-16be' : null;
}

/**
 * Bytes as text. A pack is UTF-8, with or without its mark, and nothing else (`strict`). A sheet comes from whatever
 * program an agent has: UTF-16 by its mark, else UTF-8, else GB18030, each said, so that the preview is looked at.
 */
export function decodeText(bytes: Uint8Array, { as }: { readonly as: 'pack' | 'sheet' }): Decoded {
  if (bytes.length === 0) return { ok: false, error: issue('E_EMPTY', '') };
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const utf16 = marked ?? wide(bytes);
  if (utf16 !== null) {
    const text = as === 'sheet' ? decodes(bytes, utf16) : null;
    if (text === null) return { ok: false, error: issue('E_ENCODING', '', utf16) };
    return { ok: true, text, notes: [issue('I_ENCODING', '', utf16.toUpperCase())] };
  }
  const text = decodes(bytes, 'utf-8');
  if (text !== null) return { ok: true, text, notes: [] };
  const offset = offsetOf(bytes);
  const chinese = decodes(bytes, 'gb18030');
  const readable = chinese !== null && /\p{Script=Han}/u.test(chinese);
  if (as === 'sheet' && readable)
    return { ok: true, text: chinese, notes: [issue('I_ENCODING', '', 'GB18030')] };
  return { ok: false, error: issue('E_ENCODING', '', readable ? `GB18030? @${offset}` : `@${offset}`) };
}
