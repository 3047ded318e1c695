import basePack from 'virtual:seeds/base-pack';
import baseRules from 'virtual:seeds/base-rules';
import build from 'virtual:seeds/build';
import catalogue from 'virtual:seeds/desk';
import profiles from 'virtual:seeds/profiles';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { PAGE_ZONE } from '../components/ui/days.ts';
import { serve } from '../messaging/serve.ts';
import { AdapterDb } from '../storage/adapters.ts';
import { DeskDb } from '../storage/cases/db.ts';
import { LearnedDb } from '../storage/learned/db.ts';
import { LogDb } from '../storage/log/db.ts';
import { PacksDb } from '../storage/packs/db.ts';
import { ProposalDb } from '../storage/proposals.ts';
import { readPerson } from '../storage/settings.ts';
import { isAllowed } from './background/consoles.ts';
import { ownActs } from './background/duty.ts';
import { followGrants } from './background/grants.ts';
import { contextsOf, handlers } from './background/handlers.ts';
import { learner } from './background/learner.ts';
import { logWriter } from './background/log.ts';
import { packShelf } from './background/packs.ts';
import { onAlarm } from './background/reminders.ts';
import { sweeps } from './background/sweeps.ts';
import { enterOpenConsoles, tellPages } from './background/tabs.ts';
import { updateWhenDrained } from './background/update.ts';

const AFTER_ANSWERS_MS = 500;

/** The log's only writer. Dies at any time: all that it knows is in the database or made anew from the packs. */
export default defineBackground(() => {
  const db = new LogDb(undefined, !import.meta.env.FIREFOX);
  const adapters = new AdapterDb();
  const learned = learner(new LearnedDb(), { forgotten: () => packs.rebuild() });
  const packs = packShelf({
    db: new PacksDb(),
    base: basePack,
    baseRules,
    build,
    appVersion: browser.runtime.getManifest().version,
    changed: () => void tellPages({ news: 'hello-again' }),
    memory: learned.memory,
  });
  const desk = new DeskDb();
  const own = ownActs(() => ({ at: Date.now(), mono: performance.now() }));
  const home = browser.runtime.getURL('/');

  const timeZone = PAGE_ZONE;
  const contextFor = contextsOf({ db, packs });
  const log = logWriter(db, own, async () => contextFor(await readPerson(db)));
  const look = sweeps({ db, desk, catalogue, own, log, contextFor, timeZone });
  onAlarm(look);
  // Whoever has woken us waits for an answer; what fell due while we slept can wait for that.
  setTimeout(look, AFTER_ANSWERS_MS);

  serve(
    handlers({
      db,
      adapters,
      proposals: new ProposalDb(),
      packs,
      learner: learned,
      profiles,
      own,
      log,
      desk,
      catalogue,
      changed: look,
    }),
    {
      runtime: browser.runtime,
      isPage: ({ url }) => url?.startsWith(home) === true,
      isConsole: isAllowed,
    },
  );

  updateWhenDrained({ runtime: browser.runtime, tell: tellPages, idle: log.idle });
  followGrants();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // After an update the old script says that the page must be loaded again: two would read it at once.
    if (!import.meta.env.FIREFOX && reason === 'install') void enterOpenConsoles();
  });
});
