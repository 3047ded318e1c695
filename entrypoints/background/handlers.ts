import { asKnown } from '../../adapters/unread.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { DeskCatalogue, OpenCase } from '../../core/desk.ts';
import type { Observation, Place } from '../../core/event.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import type { Calls, HelloAnswer } from '../../messaging/contract.ts';
import { type Handlers, Refusal } from '../../messaging/serve.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { judgeTurn } from '../../scripts-library/screen/after-turn.ts';
import { type AdapterDb, dropAdapter, keepAdapter } from '../../storage/adapters.ts';
import { forgetBuyer } from '../../storage/cases/card.ts';
import type { DeskDb } from '../../storage/cases/db.ts';
import { followLog } from '../../storage/cases/follow.ts';
import { pseudonymKey } from '../../storage/keys.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { conversationsOf } from '../../storage/log/expire.ts';
import { forgetProposals, type ProposalDb } from '../../storage/proposals.ts';
import { openCase, todayFigures } from '../../storage/queries.ts';
import { readQuiet, saveQuiet } from '../../storage/quiet.ts';
import { readLayout, readPerson, readSettings, saveLayout, saveSettings } from '../../storage/settings.ts';
import { isQuota, ReadOnlyError } from '../../storage/trouble.ts';
import { showHealth } from './badge.ts';
import { categories } from './categories.ts';
import { adapterOf, mustReadItself, mustSpeakFor, profileFor } from './consoles.ts';
import { deskHandlers } from './desk.ts';
import { type OwnActs, setPerson } from './duty.ts';
import type { Engine } from './engine.ts';
import type { Learner } from './learner.ts';
import { leftKey, takeLeft } from './left-behind.ts';
import type { LogWriter } from './log.ts';
import { localDay, localMinute } from './now.ts';
import { othersFirst } from './others-first.ts';
import type { PackShelf } from './packs.ts';
import { lookForChat, pointOutChat } from './pointing.ts';
import { promisesOf } from './promises.ts';
import { proposalHandlers } from './proposals.ts';
import { spokenLanguage } from './spoken.ts';
import { loadInto, openPage, tellPages } from './tabs.ts';

export interface Background {
  readonly db: LogDb;
  readonly adapters: AdapterDb;
  readonly proposals: ProposalDb;
  readonly packs: PackShelf;
  readonly learner: Learner;
  readonly profiles: readonly MetricProfile[];
  readonly own: OwnActs;
  readonly log: LogWriter;
  readonly desk: DeskDb;
  readonly catalogue: DeskCatalogue;
  /** Called when something was kept that may fall due, or no longer does. */
  readonly changed: () => void;
}

/** What the background does for each call. Every handler opens, does one thing and answers; none remembers. */
export function handlers(background: Background): Handlers {
  const { db, adapters, proposals, packs, learner, profiles, own, log, desk, catalogue, changed } =
    background;
  const contextFor = contextsOf(background);
  const classes = categories(db);
  const names = async () => pseudonyms(await pseudonymKey(db));
  const helloFor = async (console: string): Promise<HelloAnswer> => {
    const [settings, layout, person, quiet] = await Promise.all([
      readSettings(db),
      readLayout(db, console),
      readPerson(db),
      readQuiet(db),
    ]);
    const { rules, pack } = await packs.engine();
    return {
      settings,
      layout,
      person,
      rules,
      profile: await profileFor(adapters, profiles, console),
      packTitle: pack.title,
      notices: await packs.notices(console, person),
      quiet: quiet.filter((one) => one.console === console).map(({ shop, rule }) => ({ shop, rule })),
    };
  };

  return {
    ...deskHandlers({
      db,
      desk,
      catalogue,
      profiles,
      own,
      log,
      contextFor,
      mustSpeak: (caller, console) => mustSpeakFor(adapters, caller, console),
      kept,
      changed: () => {
        classes.changed();
        changed();
      },
    }),
    ...proposalHandlers({
      ...{ db, proposals, packs, kept },
      mustSpeak: (caller, console) => mustSpeakFor(adapters, caller, console),
    }),
    'case.suggest': async ({ place, turns }, caller) => {
      await mustSpeakFor(adapters, caller, place.console);
      return { category: await classes.suggest(turns, (await packs.engine()).pack) };
    },
    'adapter.mine': async (_, caller) => adapterOf(adapters, caller),
    'adapter.save': async ({ adapter }, caller) => {
      mustReadItself(caller, adapter);
      await kept(keepAdapter(adapters, asKnown(adapter), 'calibrated', Date.now()));
      return null;
    },
    'adapter.drop': async ({ id }) => {
      await kept(dropAdapter(adapters, id));
      return null;
    },
    'chat.look': async (_, caller) => {
      await lookForChat(caller);
      return null;
    },
    'chat.point': async ({ tab }, caller) => {
      await pointOutChat(caller, tab);
      return null;
    },
    'health.tell': async ({ health }, caller) => {
      await showHealth(caller, health);
      return null;
    },
    begin: async ({ console, boot, bring }, caller) => {
      if (caller.kind !== 'console') throw new Refusal('not-allowed', 'only a console is read');
      await mustSpeakFor(adapters, caller, console);
      const [hello, own] = await Promise.all([helloFor(console), names(), loadInto(caller, bring)]);
      return { hello, left: leftKey(own, boot) };
    },
    hello: async ({ console }, caller) => {
      await mustSpeakFor(adapters, caller, console);
      return helloFor(console);
    },
    append: async ({ observations }, caller) => {
      const consoles = new Set(observations.map(({ place }) => place.console));
      for (const console of consoles) await mustSpeakFor(adapters, caller, console);
      const person = await readPerson(db);
      const context = await contextFor(person);
      const promises = promisesOf(observations, context, Date.now());
      const { stored, classes } = await kept(log.append([...observations, ...promises], context));
      if (promises.length > 0) changed();
      // Who waits to hear that a fact is safe does not wait until something was learned from it.
      void learner.take(observations, context, packs.engine);
      const advice = adviceOn(observations, await packs.engine());
      const opened = await openedLast(observations, (place, conversation) =>
        openCase(db, context.names.conversation(place, conversation)),
      );
      const answer = { stored: stored.slice(0, observations.length), classes, advice, opened };
      for (const one of observations) if (one.kind === 'notice-read') await packs.read(person, one.notice);
      return answer;
    },
    'left.take': async ({ left }, caller) => {
      const { facts, lost } = await takeLeft(await names(), left);
      for (const { place } of facts) await mustSpeakFor(adapters, caller, place.console);
      const context = await contextFor(await readPerson(db));
      const loss = lost > 0 ? [own.act({ kind: 'loss-found', lost })] : [];
      await kept(log.append([...facts, ...loss], context));
      void learner.take(facts, context, packs.engine);
      return null;
    },
    'part.load': async ({ part }, caller) => {
      if (caller.kind !== 'console') throw new Refusal('not-allowed', 'only a console has a panel');
      await loadInto(caller, [part]);
      return null;
    },
    suggest: async (ask, caller) => {
      const now = new Date();
      // Each opens a database of its own, which a waking background does at once for all.
      const [{ language }, engine] = await Promise.all([
        readSettings(db),
        packs.engine(),
        mustSpeakFor(adapters, caller, ask.place.console),
        learner.settled(),
      ]);
      const suggestions = await engine.suggest(ask, {
        language: spokenLanguage(language),
        day: localDay(now),
        minute: localMinute(now),
      });
      void othersFirst().then(() => learner.tend(engine));
      return { suggestions };
    },
    'layout.save': async ({ console, layout }, caller) => {
      await mustSpeakFor(adapters, caller, console);
      await saveLayout(db, console, layout);
      return null;
    },
    today: async ({ console }, caller) => {
      await mustSpeakFor(adapters, caller, console);
      return todayFigures(db, {
        profile: await profileFor(adapters, profiles, console),
        since: new Date().setHours(0, 0, 0, 0),
        console,
        person: await readPerson(db),
      });
    },
    'turn.judge': async ({ place, replies, earlier, welcomed }, caller) => {
      await mustSpeakFor(adapters, caller, place.console);
      const context = { by: 'agent', platform: place.console } as const;
      const { pack } = await packs.engine();
      const found = judgeTurn(pack.rules, { replies, earlier, welcomed }, context);
      return { rules: [...new Set(found.map(({ rule }) => rule))] };
    },
    'rule.quiet': async ({ place, rule, quiet }, caller) => {
      await mustSpeakFor(adapters, caller, place.console);
      // A rule that the pack no longer holds may still be restored.
      if (quiet) mustBeSilenceable((await packs.engine()).pack, rule);
      await kept(saveQuiet(db, place, rule, quiet ? Date.now() : null));
      return null;
    },
    'packs.install': ({ file, consents }) => kept(packs.install(file, consents)),
    'packs.use': ({ pack, hash }) => kept(packs.use(pack, hash)),
    'packs.remove': async ({ pack }) => {
      await kept(packs.remove(pack));
      return null;
    },
    'packs.item': async ({ pack, item, on }) => {
      await kept(packs.switchItem(pack, item, on));
      return null;
    },
    'page.open': async (ask) => {
      await openPage(ask);
      return null;
    },
    'log.seal': async () => ({ events: await log.seal() }),
    'loss.read': async () => {
      await log.acknowledge();
      return null;
    },
    'buyer.erase': async ({ buyer }) => {
      const conversations = await conversationsOf(db, buyer);
      if (conversations.length === 0) return { conversations: 0, values: 0 };
      const cases = await db.cases.where('conversation').anyOf(conversations).primaryKeys();
      await kept(followLog(db, desk, PAGE_ZONE));
      const { values } = await kept(log.erase(conversations));
      await kept(forgetBuyer(desk, { conversations, cases }));
      classes.changed();
      await learner.forget(conversations);
      await kept(forgetProposals(proposals, conversations));
      return { conversations: conversations.length, values };
    },
    'settings.save': async (change) => {
      const settings = await saveSettings(db, change);
      void tellPages({ news: 'hello-again' });
      return settings;
    },
    'person.set': async ({ person }) => {
      await setPerson(db, log, own, person, contextFor);
      void tellPages({ news: 'hello-again' });
      return null;
    },
  };
}

/** What an append must know, as it is at this moment. */
export const contextsOf =
  ({ db, packs }: Pick<Background, 'db' | 'packs'>) =>
  async (person: string | null): Promise<AppendContext> => {
    const { keepText, keepRaw } = await readSettings(db);
    const { signals, screen, wordings } = await packs.engine();
    return {
      person,
      names: pseudonyms(await pseudonymKey(db)),
      keepText,
      keepRaw,
      signals,
      screen,
      wordings,
    };
  };

/** What the rules say of buyers' words, by the sender's own ids. */
function adviceOn(observations: readonly Observation[], engine: Engine): Record<string, readonly string[]> {
  const advice: Record<string, readonly string[]> = {};
  for (const one of observations) {
    if (one.kind !== 'message-seen' || one.by !== 'buyer') continue;
    const rules = engine.advise(one.text, one.place.console);
    if (rules.length > 0) advice[one.id] = rules;
  }
  return advice;
}

/** The conversation that was opened last, with what `caseOf` says of it. */
async function openedLast(
  observations: readonly Observation[],
  caseOf: (place: Place, conversation: string) => Promise<OpenCase | null>,
): Promise<Calls['append']['answer']['opened']> {
  let last: { readonly place: Place; readonly conversation: string } | null = null;
  for (const one of observations) if (one.kind === 'conversation-opened') last = one;
  return last && { conversation: last.conversation, case: await caseOf(last.place, last.conversation) };
}

/** Forbidden wording speaks in every shop, whoever asks. */
function mustBeSilenceable(pack: Pack, id: string): void {
  const rule = pack.rules.find((one) => one.id === id);
  if (!rule || rule.level === 'block') throw new Refusal('not-allowed', 'this rule may not be silenced');
}

/** Tells the sender that the log takes nothing for now, so that it keeps its facts and shows their number. */
async function kept<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ReadOnlyError) throw new Refusal('read-only', 'a newer version has the log');
    if (isQuota(error)) throw new Refusal('read-only', 'no room on the disk');
    throw error;
  }
}
