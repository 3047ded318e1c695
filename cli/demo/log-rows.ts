import type { Page } from 'playwright-core';
import type { ChatEvent } from '../../core/event.ts';

/** A row as storage/log/tail.ts writes it. */
interface Row {
  readonly n: number;
  readonly entries: Uint8Array;
  readonly values: Uint8Array | null;
}

type Held = Record<string, readonly (readonly [number, number, object])[]>;

/**
 * Runs in a page of the extension: every event of the log's own IndexedDB that is not sealed, in log order. Only this
 * function goes into the page, and none inside it has a name: what runs us may add a call that gives it one.
 */
export function readTail(): Promise<ChatEvent[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterside-log');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const utf8 = new TextDecoder();
      const reading = opening.result.transaction('batches').objectStore('batches').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        const rows: readonly Row[] = reading.result;
        resolve(
          rows.flatMap((row) => {
            const events = JSON.parse(`[${utf8.decode(row.entries).replaceAll('\n', ',')}]`);
            for (const event of events) delete event.sealed;
            const held: Held = row.values ? JSON.parse(utf8.decode(row.values)) : {};
            for (const [n, , values] of Object.values(held).flat()) Object.assign(events[n - row.n], values);
            return events;
          }),
        );
      };
    };
  });
}

/** The same, from outside. */
export const logRows = (page: Page): Promise<ChatEvent[]> => page.evaluate(readTail);
