import type { Observation } from '../../core/event.ts';
import { redact } from '../../core/redact/redact.ts';
import type { Learned, Remembered } from '../../scripts-library/suggest/remember.ts';
import type { LearnedDb } from '../../storage/learned/db.ts';
import {
  forget,
  forgetBefore,
  type Happened,
  keepIndex,
  keepShelf,
  latestReplies,
  recall,
  takeIn,
} from '../../storage/learned/store.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import { nearestScript } from '../../storage/log/conversation.ts';
import { DEFAULT_LIVES } from '../../storage/log/expire.ts';
import type { Engine } from './engine.ts';
import { othersFirst } from './others-first.ts';

/** What this team answered on this machine: learned as it is seen sent, forgotten on demand. */
export interface Learner {
  /** What there is to remember from; read once in this life, and growing with it. */
  memory(): Promise<Remembered>;
  /** Learns from what was seen, one after the other; in a rush a little later. A fault is told and harms nothing else. */
  take(
    observations: readonly Observation[],
    context: AppendContext,
    engine: () => Promise<Engine>,
  ): Promise<void>;
  /** Keeps what an engine has had to make, and forgets what is old. To be called when nobody waits. */
  tend(engine: Engine): Promise<void>;
  /** All that was taken is learned. */
  settled(): Promise<void>;
  /** Forgets what was learned in these conversations (pseudonyms). */
  forget(conversations: readonly string[]): Promise<number>;
}

/** So many facts at once are a rush: they are learned from when none came for so long, and so many don't wait at most. */
const RUSH = 100;
const REST_MS = 300;
const MOST_WAITING = 20_000;
/** So many new replies later the index is kept again. */
const KEEP_EVERY = 25;
const DAY_MS = 86_400_000;

export function learner(
  db: LearnedDb,
  {
    now = Date.now,
    forgotten,
  }: {
    readonly now?: () => number;
    /** Told when what was learned is no longer what an engine started from. */
    readonly forgotten: () => void;
  },
): Learner {
  let remembered: Promise<Remembered & { readonly fresh: Learned[] }> | undefined;
  let sinceKept: number | undefined;
  let tidied = false;
  let learning: Promise<void> = Promise.resolve();
  const later: { readonly work: () => Promise<void>; readonly facts: number }[] = [];
  let resting: ReturnType<typeof setTimeout> | undefined;

  const memory = () => {
    remembered ??= recall(db);
    return remembered;
  };

  const learn: Learner['take'] = async (observations, context, engine) => {
    if (!context.keepText) return;
    const fresh = await takeIn(db, happenedIn(observations, context));
    if (fresh.length === 0) return;
    const [known, ready] = await Promise.all([memory(), engine()]);
    sinceKept ??= known.fresh.length;
    const there = new Set(known.fresh.slice(-fresh.length * 2).map(({ id }) => id));
    for (const reply of fresh) {
      if (there.has(reply.id)) continue;
      known.fresh.push(reply);
      ready.learn(reply);
      sinceKept += 1;
    }
    const sharper = await ready.sharpen((most) => latestReplies(db, most), othersFirst);
    if (!sharper && sinceKept < KEEP_EVERY) return;
    sinceKept = 0;
    await keepIndex(db, ready.keep(), new Set(known.fresh.map(({ id }) => id)));
  };

  const tend: Learner['tend'] = async (engine) => {
    // An engine that started from what was forgotten meanwhile may hold words of it.
    const shelf = (await memory()) === engine.memory ? engine.takeShelf() : null;
    if (shelf) await keepShelf(db, shelf);
    if (tidied) return;
    tidied = true;
    if ((await forgetBefore(db, now() - DEFAULT_LIVES.text * DAY_MS)) > 0) begin();
  };

  /** What was learned is others than what was read. */
  function begin(): void {
    remembered = undefined;
    sinceKept = undefined;
    forgotten();
  }

  /** One after the other; a fault is told by its kind and harms nothing else. */
  function then(work: () => Promise<void>): Promise<void> {
    learning = learning.then(work).catch((error: unknown) => {
      const kind = error instanceof Error ? error.name : typeof error;
      console.error('counterside: a reply was not learned', kind);
    });
    return learning;
  }

  function catchUp(): Promise<void> {
    clearTimeout(resting);
    for (const { work } of later.splice(0)) void then(work);
    return learning;
  }

  return {
    memory,
    take(observations, context, engine) {
      const work = () => learn(observations, context, engine);
      if (later.length === 0 && observations.length < RUSH) return then(work);
      later.push({ work, facts: observations.length });
      clearTimeout(resting);
      if (later.reduce((sum, { facts }) => sum + facts, 0) >= MOST_WAITING) return catchUp();
      resting = setTimeout(catchUp, REST_MS);
      return learning;
    },
    tend: (engine) => then(() => tend(engine)),
    settled: catchUp,
    forget: async (conversations) => {
      await catchUp();
      const gone = await forget(db, conversations);
      if (gone > 0) begin();
      return gone;
    },
  };
}

/** Messages and inserts as learning sees them: named by pseudonyms, without personal values. */
function happenedIn(observations: readonly Observation[], context: AppendContext): Happened[] {
  const { names, signals, wordings } = context;
  return observations.flatMap((one): Happened[] => {
    if (one.kind === 'suggestion-inserted') {
      const conversation = names.conversation(one.place, one.conversation);
      return [{ kind: 'inserted', conversation, at: one.at, script: one.script }];
    }
    if (one.kind !== 'message-seen' || one.content !== 'text' || one.text.trim() === '') return [];
    const { text, cuts } = redact(one.text);
    const { class: kind, script } = signals(one.text, one.content);
    const teaches = one.by === 'agent' && (kind === 'substantive' || kind === 'holding');
    return [
      {
        kind: 'message',
        id: names.message(one.place, one.conversation, one.key),
        conversation: names.conversation(one.place, one.conversation),
        at: one.sentAt.precision === 'none' ? one.at : one.sentAt.at,
        by: one.by,
        text,
        teaches: teaches
          ? {
              personal: cuts.length > 0,
              scriptOf: (inserted) => script ?? nearestScript(inserted, one.text, wordings)?.script ?? null,
            }
          : null,
      },
    ];
  });
}
