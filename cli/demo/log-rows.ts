import type { Page } from 'playwright-core';
import type { ChatEvent } from '../../core/event.ts';

/** Runs in a page of the extension: every event of the log's own IndexedDB that is not sealed, in log order. */
export function readTail(): Promise<ChatEvent[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterside-log');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('batches').objectStore('batches').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.flatMap(eventsIn));
      };
    };
  });

  // In here, since only this function goes into the page: a row as storage/log/tail.ts writes it.
  function eventsIn(row: { n: number; entries: Uint8Array; values: Uint8Array | null }): ChatEvent[] {
    const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const events = JSON.parse(`[${read(row.entries).replaceAll('\n', ',')}]`);
    for (const event of events) delete event.sealed;
    const held = Object.values(row.values ? JSON.parse(read(row.values)) : {}) as [
      number,
      number,
      object,
    ][][];
    for (const [n, , values] of held.flat()) Object.assign(events[n - row.n], values);
    return events;
  }
}

/** The same, from outside. */
export const logRows = (page: Page): Promise<ChatEvent[]> => page.evaluate(readTail);
