import type { ManualView } from '../../components/manual/view.ts';
import type { By, ConversationAct, MessageSighting, Place } from '../../core/event.ts';
import type { HelloAnswer } from '../../messaging/contract.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import type { Turn } from './turns.ts';

/** The console's name under which manual mode logs. */
export const CONSOLE = 'manual';

export interface State {
  readonly shop: string;
  readonly buyer: string;
  readonly turns: readonly Turn[];
  /** What a person said of names. */
  readonly said: ReadonlyMap<string, By>;
  readonly replies: readonly Suggestion[] | null;
  readonly draft: string;
  /** The script that the draft began as. */
  readonly script: string | null;
  readonly held: boolean;
  readonly case: string | null;
  readonly unsaved: number;
  readonly notice: ManualView['notice'];
}

/** Nothing said yet, in the same shop. */
export const fresh = (): Omit<State, 'shop'> => ({
  buyer: '',
  turns: [],
  said: new Map(),
  replies: [],
  draft: '',
  script: null,
  held: false,
  case: null,
  unsaved: 0,
  notice: null,
});

/** What every part of manual mode works with. The only thing that changes is the state. */
export interface Work {
  state(): State;
  /** Replaces parts of the state and draws. */
  set(part: Partial<State>): void;
  /** What the background said of rules and settings; null until it has. */
  hello(): HelloAnswer | null;
  place(): Place;
  /** Logs a fact of this conversation; gives the id that it was logged under. */
  log(fact: ConversationAct | MessageSighting): string;
}

/** Whose a name is: what a person said of it, else what its turns were taken for. */
export const whoseIs = (name: string, { said, turns }: State): By =>
  said.get(name) ?? turns.find((turn) => turn.name === name)?.by ?? 'unknown';
