import type { Table } from 'dexie';
import type { KeptGuess } from '../../scripts-library/suggest/guess.ts';
import type { KeptLibrary } from '../../scripts-library/suggest/index.ts';
import type { KeptOwnWords } from '../../scripts-library/suggest/own-words.ts';
import type { Turn } from '../../scripts-library/suggest/suggestion.ts';
import type { VectorsSnapshot } from '../../scripts-library/suggest/vectors.ts';
import { WrittenDb } from '../written-db.ts';

/** What was last said in a conversation (a pseudonym), redacted: what the next reply will be learned with. */
export interface TalkRow {
  readonly conversation: string;
  readonly at: number;
  readonly turns: readonly (Turn & { readonly id: string })[];
  /** Scripts that were inserted here and may still be sent. */
  readonly inserted: readonly string[];
}

/** A reply of ours and the messages before it, all redacted. `id` is the log's id of the message. */
export interface ReplyRow {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  /** The script that it was made from, or null for words of the agent's own. */
  readonly script: string | null;
  readonly text: string;
  /** Whether the words as typed held a personal value: such a reply is never offered. */
  readonly personal: boolean;
  readonly context: readonly Turn[];
}

/** What a waking background takes up, so that it need not learn all anew. All of it can be made again. */
export type IndexRow =
  | {
      /** The learned part of the index as it was last kept. */
      readonly key: 'answered';
      readonly version: number;
      /** What each vector is the reply of. */
      readonly replies: readonly string[];
      /** How many replies it has learned. */
      readonly learned: number;
      readonly vectors: VectorsSnapshot;
      readonly own: KeptOwnWords;
      /** What tells the replies apart, once it was trained. */
      readonly guess?: KeptGuess;
    }
  /** The ids of the replies that came since, so that none of the others need be read. */
  | { readonly key: 'fresh'; readonly ids: readonly string[] }
  /** The scripts' part, which holds the agents' own wordings too. */
  | {
      readonly key: 'shelf';
      readonly version: number;
      readonly of: readonly string[];
      readonly library: KeptLibrary;
    };

/** What this team answered on this machine. The background is the only writer. */
export class LearnedDb extends WrittenDb {
  readonly talks!: Table<TalkRow, string>;
  readonly replies!: Table<ReplyRow, string>;
  readonly index!: Table<IndexRow, string>;

  constructor(name = 'counterside-learned') {
    super(name);
    this.version(1).stores({ talks: 'conversation, at', replies: 'id, conversation, at', index: 'key' });
  }
}
