const MB = 1024 * 1024;

/** Under this much free disk the desk warns; then words are no longer kept; then nothing is written at all. */
const LOW = 1024 * MB;
const TIGHT = 200 * MB;
/** What a browser needs to open the database again: with a really full disk it can't even read. */
const NONE = 24 * MB;

/** How much room there is. We hold `unlimitedStorage`, so nobody but us stops before the disk is full. */
export type Room = 'fine' | 'low' | 'tight' | 'none';

export const roomFor = (freeBytes: number): Room =>
  freeBytes < NONE ? 'none' : freeBytes < TIGHT ? 'tight' : freeBytes < LOW ? 'low' : 'fine';

/** The browser's own estimate as room; where it gives none, nothing is held back. */
export async function currentRoom(estimate: () => Promise<StorageEstimate>): Promise<Room> {
  const { quota, usage } = await estimate();
  return quota === undefined || usage === undefined ? 'fine' : roomFor(quota - usage);
}
