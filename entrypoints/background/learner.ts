import type { Observation } from '../../core/event.ts';
import { redact } from '../../core/redact/redact.ts';
import type { LearnedDb, ReplyRow } from '../../storage/learned/db.ts';
import {
  forget,
  forgetBefore,
  type Happened,
  keepIndex,
  recall,
  takeIn,
} from '../../storage/learned/store.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import { nearestScript } from '../../storage/log/conversation.ts';
import { DEFAULT_LIVES } from '../../storage/log/expire.ts';
import type { Engine, Memory } from './engine.ts';
import { othersFirst } from './others-first.ts';

/** What this team answered on this machine: learned as it is seen sent, forgotten on demand. */
export interface Learner {
  /** All that is remembered; read once in this life, and growing with it. */
  memory(): Promise<Memory>;
  /** Learns from what was seen, one after the other. A fault is told and harms nothing else. */
  take(
    observations: readonly Observation[],
    context: AppendContext,
    engine: () => Promise<Engine>,
  ): Promise<void>;
  /** All that was taken is learned. */
  settled(): Promise<void>;
  /** Forgets what was learned in these conversations (pseudonyms). Whoever calls rebuilds the engine. */
  forget(conversations: readonly string[]): Promise<number>;
}

/** So many new replies later the index is kept again. */
const KEEP_EVERY = 25;
const DAY_MS = 86_400_000;

export function learner(db: LearnedDb, now: () => number = Date.now): Learner {
  let remembered: Promise<{ replies: ReplyRow[]; kept: Memory['kept'] }> | undefined;
  let sinceKept = 0;
  let learning: Promise<void> = Promise.resolve();

  const memory = () => {
    remembered ??= forgetBefore(db, now() - DEFAULT_LIVES.text * DAY_MS).then(() => recall(db));
    return remembered;
  };

  const learn: Learner['take'] = async (observations, context, engine) => {
    if (!context.keepText) return;
    try {
      const fresh = await takeIn(db, happenedIn(observations, context));
      if (fresh.length === 0) return;
      const [{ replies }, ready] = await Promise.all([memory(), engine()]);
      const there = new Set(replies.slice(-fresh.length * 2).map(({ id }) => id));
      for (const reply of fresh) {
        if (!there.has(reply.id)) replies.push(reply);
        ready.learn(reply);
      }
      sinceKept += fresh.length;
      const sharper = await ready.sharpen(othersFirst);
      const kept = sharper || sinceKept >= KEEP_EVERY ? ready.keep() : null;
      if (kept === null) return;
      sinceKept = 0;
      await keepIndex(db, kept);
    } catch (error) {
      console.error(
        'counterside: a reply was not learned',
        error instanceof Error ? error.name : typeof error,
      );
    }
  };

  return {
    memory,
    take: (observations, context, engine) => {
      learning = learning.then(() => learn(observations, context, engine));
      return learning;
    },
    settled: () => learning,
    forget: async (conversations) => {
      await learning;
      const gone = await forget(db, conversations);
      if (gone > 0) remembered = undefined;
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
