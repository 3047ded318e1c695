import type { Page } from 'playwright-core';
import type { ChatEvent } from '../../core/event.ts';

/** Runs in a page of the extension: every event of the log's own IndexedDB, in log order. */
export function readTail(): Promise<ChatEvent[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterside-log');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('tail').objectStore('tail').getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result.map((row: { event: ChatEvent }) => row.event));
      };
    };
  });
}

/** The same, from outside. */
export const logRows = (page: Page): Promise<ChatEvent[]> => page.evaluate(readTail);
