import type { Case } from '../../core/cases.ts';
import { Classifier, type Confirmed, classesOf } from '../../scripts-library/classify/classifier.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { type CaseClass, CLASSES } from '../../scripts-library/pack-sections.ts';
import type { Turn } from '../../scripts-library/suggest/suggestion.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { eventsOf } from '../../storage/log/read.ts';
import { othersFirst } from './others-first.ts';

/** Tells what a conversation is about, from the pack in use and from the cases that agents opened here. */
export interface Categories {
  /** The class of the last buyer message, or null where it names none. */
  suggest(turns: readonly Turn[], pack: Pack): Promise<CaseClass | null>;
  /** A case was opened, moved to another class or erased: what was learned is made anew at the next question. */
  changed(): void;
}

/** So many cases are learned from, the latest: older ones tell of goods and rules that have changed. */
const MOST = 300;
/** Turns before a case was opened that are learned with it. */
const CONTEXT = 20;

const isClass = (category: string): category is CaseClass =>
  (CLASSES as readonly string[]).includes(category);

export function categories(db: LogDb): Categories {
  let made: { readonly pack: Pack; readonly classifier: Promise<Classifier> } | undefined;

  const make = async (pack: Pack) => Classifier.inSlices(classesOf(pack), await confirmedIn(db), othersFirst);

  return {
    suggest: async (turns, pack) => {
      if (!turns.some(({ by }) => by === 'buyer')) return null;
      if (made?.pack !== pack) made = { pack, classifier: make(pack) };
      const mine = made;
      try {
        return (await mine.classifier).classify(turns).category;
      } catch (error) {
        // What could not be read now may be read at the next question.
        if (made === mine) made = undefined;
        throw error;
      }
    },
    changed: () => {
      made = undefined;
    },
  };
}

/** Each case with a class, and what was said before it was opened. Cases whose words are gone teach nothing. */
async function confirmedIn(db: LogDb): Promise<Confirmed[]> {
  const all = await db.cases.toArray();
  const cases = all
    .filter(({ category }) => isClass(category))
    .sort((a, b) => a.openedAt - b.openedAt)
    .slice(-MOST);
  if (cases.length === 0) return [];
  const conversations = [...new Set(cases.map(({ conversation }) => conversation))];
  const said = new Map<string, { readonly at: number; readonly turn: Turn }[]>();
  for (const event of await eventsOf(db, { conversations })) {
    if (event.kind !== 'message-seen' || !event.text) continue;
    const turns = said.get(event.conversation) ?? [];
    turns.push({ at: event.at, turn: { by: event.by, text: event.text } });
    said.set(event.conversation, turns);
  }
  return cases.flatMap((one: Case): Confirmed[] => {
    const before = (said.get(one.conversation) ?? []).filter(({ at }) => at <= one.openedAt);
    const conversation = before.slice(-CONTEXT).map(({ turn }) => turn);
    if (!isClass(one.category) || !conversation.some(({ by }) => by === 'buyer')) return [];
    return [{ conversation, category: one.category }];
  });
}
