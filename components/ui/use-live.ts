import { useEffect, useState } from 'preact/hooks';

/** Whatever can be watched, such as a Dexie live query. */
export interface Observed<T> {
  subscribe(next: (value: T) => void, failed: (error: unknown) => void): { unsubscribe(): void };
}

export type Live<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failed'; readonly why: string };

/** The words of anything thrown. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The latest value of what is watched. `observe` must be the same function on every draw. */
export function useLive<T>(observe: () => Observed<T>): Live<T> {
  const [live, setLive] = useState<Live<T>>({ kind: 'loading' });
  useEffect(() => {
    const watching = observe().subscribe(
      (value) => setLive({ kind: 'value', value }),
      (error) => setLive({ kind: 'failed', why: wordsOf(error) }),
    );
    return () => watching.unsubscribe();
  }, [observe]);
  return live;
}
