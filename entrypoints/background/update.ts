import type { News } from '../../messaging/contract.ts';

/** What an update needs to wait for, and how it is let in. */
export interface Updating {
  readonly runtime: {
    readonly onUpdateAvailable: { addListener(listener: () => void): void };
    reload(): void;
  };
  tell(news: News): Promise<void>;
  /** Resolves when nothing is being written to the log. */
  idle(): Promise<void>;
}

/** What the consoles send at the news arrives within this time. */
const ARRIVE_MS = 1_000;

/**
 * Lets an update in once the consoles have sent what they hold: a page that is open keeps the old script, which can
 * save nothing any more. Without this the browser would wait for a quiet moment of its own and ask nobody.
 */
export function updateWhenDrained({ runtime, tell, idle }: Updating): void {
  runtime.onUpdateAvailable.addListener(() => {
    const end = () => runtime.reload();
    drain().then(end, end);
  });

  async function drain(): Promise<void> {
    await tell({ news: 'drain' });
    await new Promise((resolve) => setTimeout(resolve, ARRIVE_MS));
    await idle();
  }
}
