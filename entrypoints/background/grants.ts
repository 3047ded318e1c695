import { browser } from 'wxt/browser';
import { adapters, isOnHostOf } from '../../adapters/registry.ts';
import { enterTabs } from './tabs.ts';

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

/** A page that is on its way while the browser takes the origins comes without our script. */
const LATE_MS = 2_000;

/** Registers our script and runs it in what is open at these origins, and once more in what opened meanwhile. */
function enter(origins: () => Promise<string[]>): void {
  const look = () => inTurn(async () => enterTabs(await origins()));
  void inTurn(register);
  void look();
  setTimeout(() => void look(), LATE_MS);
}

/** Runs our script on what the person allows from now on, in open tabs at once, and no longer on what they take back. */
export function followGrants(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => enter(async () => origins));
  browser.permissions.onRemoved.addListener(() => void inTurn(register));
  // A page whose old script lives on after an update says so, and is loaded again.
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') enter(grantedOrigins);
    else void inTurn(register);
  });
  browser.runtime.onStartup.addListener(() => void inTurn(register));
}
