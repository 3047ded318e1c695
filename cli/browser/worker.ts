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
    const running = new Map<string, string>();
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) running.set(versionId, runningStatus);
    });
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    const end = Date.now() + 10_000;
    while (running.size === 0 || [...running.values()].some((status) => status !== 'stopped')) {
      if (Date.now() > end)
        throw new Error(`the worker still runs: ${[...running.values()].join(', ') || 'unseen'}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await page.close();
  }
}
