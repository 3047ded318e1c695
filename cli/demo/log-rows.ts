import type { Page } from 'playwright-core';
import type { ChatEvent } from '../../core/event.ts';

/** Every event in the extension's own IndexedDB, in log order, read from one of its pages. */
export function logRows(page: Page): Promise<ChatEvent[]> {
  return page.evaluate(
    () =>
      new Promise<ChatEvent[]>((resolve, reject) => {
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
      }),
  );
}
