import type { ChatEvent } from '../../core/event.ts';
import { after, changedRow, sameMessage, sameWait, scriptSent } from './conversation.ts';
import type { ConversationRow } from './db.ts';
import { rowId } from './known.ts';
import type { AppendContext, Prepared } from './prepare.ts';

/** What a sender's facts add to the log. */
export interface Placed {
  readonly events: readonly ChatEvent[];
  readonly rows: ReadonlyMap<string, ConversationRow>;
  /** Messages that are known under another name: id → the name in the log. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, string>;
}

interface Placing {
  readonly events: ChatEvent[];
  readonly rows: Overlay<ConversationRow>;
  readonly aliases: Map<string, string>;
  readonly ids: Overlay<string>;
}

/** What is set here stays here until it is taken over. */
class Overlay<T> extends Map<string, T> {
  readonly #below: ReadonlyMap<string, T>;

  constructor(below: ReadonlyMap<string, T>) {
    super();
    this.#below = below;
  }

  override get(key: string): T | undefined {
    return super.get(key) ?? this.#below.get(key);
  }

  override has(key: string): boolean {
    return super.has(key) || this.#below.has(key);
  }
}

/**
 * Gives one sender's facts their places in the log, or finds that the log has them. Changes nothing of what is known:
 * who fails here leaves no trace.
 */
export function place(
  prepared: readonly Prepared[],
  known: { readonly ids: ReadonlyMap<string, string>; readonly rows: ReadonlyMap<string, ConversationRow> },
  context: AppendContext,
): Placed {
  const placing: Placing = {
    events: [],
    rows: new Overlay(known.rows),
    aliases: new Map(),
    ids: new Overlay(known.ids),
  };
  for (const one of prepared) placeOne(one, placing, context);
  return placing;
}

function placeOne(one: Prepared, { events, rows, aliases, ids }: Placing, context: AppendContext): void {
  const { event } = one;
  const row = rows.get(rowId(one));
  if (!row || ids.has(event.id)) return;
  if (event.kind === 'list-seen' && sameWait(row, event.bootId, event)) return;
  const twin = one.nameless ? null : sameMessage(row, one);
  if (twin) {
    ids.set(event.id, twin.id);
    aliases.set(event.id, twin.id);
    const nameless = row.nameless.filter(({ id }) => id !== twin.id);
    rows.set(row.id, { ...changedRow(row), nameless });
    return;
  }
  const sent = scriptSent(row, one, context.wordings);
  const seq = row.lastSeq + 1;
  ids.set(event.id, event.id);
  events.push(numbered(event, seq, sent?.script, ids));
  let next = after(row, one, seq);
  if (sent && event.kind === 'message-seen') {
    const { id, at, mono, bootId, person, conversation, place: where } = event;
    const stamp = {
      id: context.names.derived('sent', id),
      at,
      mono,
      bootId,
      person,
      conversation,
      place: where,
    };
    events.push({ ...stamp, kind: 'suggestion-sent', ...sent, seq: seq + 1 });
    next = {
      ...next,
      lastSeq: seq + 1,
      inserted: next.inserted.filter(({ script }) => script !== sent.script),
    };
  }
  rows.set(row.id, next);
}

function numbered(
  event: Prepared['event'],
  seq: number,
  script: string | undefined,
  ids: ReadonlyMap<string, string>,
): ChatEvent {
  if (event.kind === 'message-seen' && script !== undefined)
    return { ...event, seq, signals: { ...event.signals, script } };
  // The recalled message may be kept under the name that it had before its id was known.
  if (event.kind === 'message-recalled')
    return { ...event, seq, message: ids.get(event.message) ?? event.message };
  return { ...event, seq } as ChatEvent;
}
