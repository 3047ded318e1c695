/** A reply that was really sent: the messages before it, its script's number, and its part of the data. */
export interface Usage {
  readonly context: readonly string[];
  readonly script: number;
  readonly fold: number;
}

const FOLDS = 5;
/** Messages this long are shared only by lines of one chat. */
const TELLING = 6;

/**
 * Reads a script library and its usage, and splits the usage for good: lines that share a longer message with one
 * of the three lines before them belong to the same chat and go to the same fold, by a hash of the chat's first
 * context modulo 5.
 */
export function usageOf(libraryLines: string, usageLines: string): { library: string[]; usages: Usage[] } {
  const library = libraryLines.split('\n').map((line) => (JSON.parse(line) as { text: string }).text);
  const recent: ReadonlySet<string>[] = [];
  let fold = 0;
  const usages = usageLines.split('\n').map((line): Usage => {
    const { context, script } = JSON.parse(line) as { context: string[]; script: number };
    const telling = new Set(
      context.map((message) => message.trim()).filter((message) => message.length >= TELLING),
    );
    const sameChat = recent.slice(-3).some((earlier) => [...telling].some((message) => earlier.has(message)));
    recent.push(telling);
    if (!sameChat) fold = foldOf(context.join('\n'));
    return { context, script, fold };
  });
  return { library, usages };
}

/** The fold that a chat belongs to, by a text that is its own. */
export const foldOf = (text: string): number => hash(text) % FOLDS;

/** FNV-1a with a final mix, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
