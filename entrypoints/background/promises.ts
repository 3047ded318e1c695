import type { Observation } from '../../core/event.ts';
import { promisesIn } from '../../core/promises/promises.ts';
import { redact } from '../../core/redact/redact.ts';
import type { AppendContext } from '../../storage/log/append.ts';

/**
 * What our side undertook in the messages among these, as facts to keep with them. One that was promised before (same
 * words, same time) has the same name, so a reload adds nothing; of what was there before we looked only what is
 * still to come is taken.
 */
export function promisesOf(
  observations: readonly Observation[],
  { names, keepText }: Pick<AppendContext, 'names' | 'keepText'>,
  now: number,
): Observation[] {
  return observations.flatMap((one): Observation[] => {
    if (one.kind !== 'message-seen' || one.by !== 'agent' || one.text === '') return [];
    const { at, mono, bootId, place, conversation, buyer } = one;
    const sentAt = one.sentAt.precision === 'none' ? at : one.sentAt.at;
    return promisesIn(one.text, sentAt)
      .filter(({ due }) => one.seen === 'live' || (due !== null && due > now))
      .map(({ text, due }) => {
        const promise = names.derived(
          'promise',
          JSON.stringify([place.console, place.shop, conversation, text, due]),
        );
        const message = names.message(place, conversation, one.key);
        const words = keepText ? { words: redact(text).text.slice(0, 500) } : {};
        return {
          kind: 'promise-made' as const,
          id: promise,
          promise,
          message,
          due,
          ...words,
          at,
          mono,
          bootId,
          place,
          conversation,
          buyer,
        };
      });
  });
}
