import { browser } from 'wxt/browser';
import { adapters, isOnHostOf } from '../../adapters/registry.ts';

const ID = 'granted';
const SCRIPT = 'content-scripts/chat.js';

/** Origins that the person allowed one by one, as match patterns; shipped consoles have their own entry. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((origin) => {
    const host = origin.split('/')[2] ?? '*';
    if (!/^https?:/.test(origin) || host.startsWith('*')) return false;
    return !adapters.some((adapter) =>
      isOnHostOf(adapter, `${origin.slice(0, origin.indexOf(':'))}://${host}/`),
    );
  });
}

/** Keeps our script registered for exactly the allowed origins: browsers forget it at an update. */
async function register(): Promise<void> {
  const matches = await grantedOrigins();
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (known) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, matches, js: [SCRIPT], runAt: 'document_start' as const, allFrames: true };
  if (known) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

let last: Promise<void> = Promise.resolve();

/** One change after the other: two at once would register the same script twice. */
function inTurn(work: () => Promise<void>): Promise<void> {
  last = last.then(work).catch((error: unknown) => {
    console.debug('counterside: allowed pages', error instanceof Error ? error.message : typeof error);
  });
  return last;
}

/** Runs our script on what the person allows from now on, in open tabs at once, and no longer on what they take back. */
export function followGrants(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void inTurn(async () => {
      await register();
      const tabs = await browser.tabs.query({ url: origins });
      await Promise.allSettled(
        tabs.map(({ id }) =>
          id === undefined
            ? undefined
            : browser.scripting.executeScript({
                target: { tabId: id, allFrames: true },
                files: [`/${SCRIPT}`],
              }),
        ),
      );
    });
  });
  browser.permissions.onRemoved.addListener(() => void inTurn(register));
  browser.runtime.onInstalled.addListener(() => void inTurn(register));
  browser.runtime.onStartup.addListener(() => void inTurn(register));
}
