import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { BuyerCard, DeskCatalogue, Home } from '../../core/desk.ts';
import type { Observation } from '../../core/event.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { type Caller, type Handlers, Refusal } from '../../messaging/serve.ts';
import { readCard, saveBuyer } from '../../storage/cases/card.ts';
import { keepDays, readDays } from '../../storage/cases/days.ts';
import type { DeskDb } from '../../storage/cases/db.ts';
import { followLog } from '../../storage/cases/follow.ts';
import { readRoster, saveRoster } from '../../storage/cases/roster.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readPerson } from '../../storage/settings.ts';
import { dayAskFor } from './consoles.ts';
import type { OwnActs } from './duty.ts';
import type { LogWriter } from './log.ts';

export interface DeskParts {
  readonly db: LogDb;
  readonly desk: DeskDb;
  readonly catalogue: DeskCatalogue;
  readonly profiles: readonly MetricProfile[];
  readonly own: OwnActs;
  readonly log: Pick<LogWriter, 'append'>;
  readonly contextFor: (person: string | null) => Promise<AppendContext>;
  readonly mustSpeak: (caller: Caller, console: string) => Promise<void>;
  readonly kept: <T>(work: Promise<T>) => Promise<T>;
  /** Called when something was kept that may fall due, or no longer does. */
  readonly changed: () => void;
}

type DeskCall =
  | `desk.${'catalogue' | 'card' | 'act' | 'days'}`
  | 'buyer.save'
  | 'checklist.tick'
  | 'roster.save';

type Doing = Parameters<Handlers['desk.act']>[0]['acts'][number];

/** Where a case lives that no conversation on a console began. */
const byHand = (id: string): Home => ({
  place: { console: 'by-hand', shop: '', seat: 'unknown' },
  conversation: id,
  buyer: null,
});

/** What concerns cases, follow-ups, cards, figures and the roster. */
export function deskHandlers(parts: DeskParts): Pick<Handlers, DeskCall> {
  const { db, desk, catalogue, profiles, own, log, contextFor, mustSpeak, kept, changed } = parts;

  const homeOf = async (conversation: string | undefined): Promise<Home | null> => {
    const row = conversation === undefined ? undefined : await db.conversations.get(conversation);
    if (!row) return null;
    const { console, shop, raw, buyer } = row;
    return { place: { console, shop, seat: 'unknown' }, conversation: raw, buyer };
  };

  /** The conversation that an act is about, by what it changes. */
  const aboutOf = async (act: Doing): Promise<string | undefined> => {
    if ('case' in act && act.case !== null) return (await db.cases.get(act.case))?.conversation;
    if ('promise' in act) return (await desk.followUps.get(act.promise))?.conversation;
    return 'followUp' in act ? (await desk.followUps.get(act.followUp))?.conversation : undefined;
  };

  /** Everything asked for must belong to one conversation, and a console's page may act in its own alone. */
  async function findHome(ask: { home: Home | null; acts: readonly Doing[] }, names: AppendContext['names']) {
    const abouts = await Promise.all(ask.acts.map(aboutOf));
    const known = [...new Set(abouts.filter((one) => one !== undefined))];
    const [first] = ask.acts;
    const fresh = first?.kind === 'case-opened' ? byHand(first.case) : null;
    const home = ask.home ?? (await homeOf(known[0])) ?? fresh;
    if (!home) throw new Refusal('bad-input', 'no such case');
    const conversation = names.conversation(home.place, home.conversation);
    if (known.some((one) => one !== conversation)) throw new Refusal('not-allowed', 'another conversation');
    return { home, conversation };
  }

  return {
    'desk.catalogue': async () => catalogue,
    'desk.card': async ({ place, conversation }, caller) => {
      await mustSpeak(caller, place.console);
      const { names } = await contextFor(null);
      return readCard(db, desk, names.conversation(place, conversation));
    },
    'desk.act': async ({ id, home: given, acts }, caller): Promise<BuyerCard> => {
      if (given) await mustSpeak(caller, given.place.console);
      else if (caller.kind === 'console') throw new Refusal('bad-input', 'a page names its conversation');
      const context = await contextFor(await readPerson(db));
      const { home, conversation } = await findHome({ home: given, acts }, context.names);
      const facts = acts.map(
        (act, at): Observation => ({ ...own.stamp(), ...home, ...act, id: `${id}.${at}` }),
      );
      await kept(log.append(facts, context));
      await kept(followLog(db, desk, PAGE_ZONE));
      changed();
      return readCard(db, desk, conversation);
    },
    'buyer.save': async ({ place, conversation, tags, note }, caller) => {
      await mustSpeak(caller, place.console);
      const { names } = await contextFor(null);
      const row = {
        conversation: names.conversation(place, conversation),
        tags,
        note,
        changedAt: Date.now(),
      };
      await kept(saveBuyer(desk, row));
      return null;
    },
    'desk.days': async ({ days, person }) => {
      await kept(followLog(db, desk, PAGE_ZONE));
      const ask = dayAskFor(profiles, person, await readRoster(desk));
      const found = await readDays(db, desk, days, ask, Date.now());
      await kept(keepDays(desk, found, ask));
      return found.map(({ figures }) => figures);
    },
    'checklist.tick': async ({ id, list, run, item, done, found }) => {
      const place = { console: '', shop: '', seat: '' };
      const tick = {
        kind: 'checklist-ticked' as const,
        list,
        run,
        item,
        done,
        ...(found === '' ? {} : { found }),
      };
      await kept(
        log.append([{ ...own.stamp(), ...tick, id, place }], await contextFor(await readPerson(db))),
      );
      return null;
    },
    'roster.save': async ({ roster }) => {
      await kept(saveRoster(desk, roster));
      return null;
    },
  };
}
