/**
 * Text pieces as lines, ended by LF or CRLF; a last line needs no end. Node's readline is not used because
 * it also splits at U+2028 and U+2029, which JSON allows inside a string.
 */
export async function* splitLines(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  let first = true;
  for await (const piece of pieces) {
    const parts = piece.split('\n');
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield bare(part, first);
      first = false;
    }
  }
  if (rest !== '') yield bare(rest, first);
}

function bare(line: string, first: boolean): string {
  const start = first && line.startsWith('\uFEFF') ? 1 : 0;
  return line.slice(start, line.endsWith('\r') ? -1 : undefined);
}
