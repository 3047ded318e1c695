import type { BrowserContext } from 'playwright-core';

/**
 * Kills the extension's background worker, as the browser does when it idles, and returns once it is dead.
 * The next message wakes a new one. Playwright does not notice, so look for a changed boot id, not for events.
 */
export async function killWorker(context: BrowserContext, extensionId: string): Promise<void> {
  // A page of the extension's origin that runs none of our code.
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    const cdp = await context.newCDPSession(page);
    // A message may wake the next worker at once: what counts is that each one was seen to stop.
    const alive = new Set<string>();
    const stopped = new Set<string>();
    let told = false;
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (!told) alive.add(versionId);
        if (runningStatus === 'stopping' || runningStatus === 'stopped') stopped.add(versionId);
        else if (!told) stopped.delete(versionId);
      }
    });
    await cdp.send('ServiceWorker.enable');
    const end = Date.now() + 30_000;
    const wait = async (done: () => boolean, what: string) => {
      while (!done()) {
        if (Date.now() > end) throw new Error(what);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await wait(() => alive.size > 0, 'no worker was seen');
    told = true;
    await cdp.send('ServiceWorker.stopAllWorkers');
    await wait(() => [...alive].every((id) => stopped.has(id)), 'the worker did not stop');
  } finally {
    await page.close();
  }
}
