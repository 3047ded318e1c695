import { CallError } from '../../messaging/call.ts';

const AGAIN_MS = 1_000;

/**
 * Asks until there is an answer: the background may still be starting. Undefined where asking again never helps, or
 * once the signal says stop.
 */
export async function insist<T>(
  ask: () => Promise<T>,
  { signal }: { signal: AbortSignal },
): Promise<T | undefined> {
  while (!signal.aborted) {
    try {
      return await ask();
    } catch (error) {
      const code = error instanceof CallError ? error.code : null;
      if (code === 'orphaned' || code === 'not-allowed' || code === 'protocol') break;
      console.debug(
        'counterside: no answer yet',
        code ?? (error instanceof Error ? error.name : typeof error),
      );
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return undefined;
}
