import type { MessageSighting, Observation, Signals } from '../../core/event.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import type { AppendContext } from './prepare.ts';

/** A sender in a console page, for tests: makes observations with ids and clocks as the outbox does. */
export interface Sender {
  message(
    words: string,
    about?: Partial<MessageSighting & { conversation: string; buyer: string | null; at: number }>,
  ): Observation;
  act(act: Record<string, unknown> & { kind: Observation['kind'] }): Observation;
}

const SIGNALS: Signals = {
  chars: 0,
  class: 'substantive',
  greets: false,
  closes: false,
  packHash: 'p1',
  signalsVersion: 1,
};

/** A page's life: `boot` is its own, ids count up from 1, one second passes with every fact. */
export function sender(boot: string, startsAt = Date.UTC(2026, 10, 13, 6)): Sender {
  let counter = 0;
  const stamp = () => {
    counter += 1;
    return {
      id: `${boot}-${counter}`,
      bootId: boot,
      at: startsAt + counter * 1000,
      mono: counter * 1000,
      place: { console: 'pinduoduo', shop: '小店', seat: '客服一号' },
      conversation: 'buyer-1',
      buyer: 'S***n',
    };
  };
  return {
    act: (act) => ({ ...stamp(), ...act }) as Observation,
    message: (words, about = {}) => {
      const base = stamp();
      return {
        ...base,
        kind: 'message-seen',
        key: { source: 'platform', value: words },
        by: 'buyer',
        content: 'text',
        text: words,
        seen: 'live',
        sentAt: { precision: 'none', source: 'observed' },
        ...about,
      } as Observation;
    },
  };
}

/** A context whose rules know one word and whose one script has a hole. */
export const context: AppendContext = {
  person: '小李',
  names: pseudonyms(new Uint8Array(32).fill(1)),
  keepText: true,
  signals: (text) => ({ ...SIGNALS, chars: [...text].length }),
  screen: (text, { asked }) => {
    const start = text.indexOf('加我微信');
    if (start < 0 || asked === '不算') return [];
    return [{ rule: 'diversion', category: 'diversion', level: 'block', start, end: start + 4, folds: [] }];
  },
  wordings: (script) =>
    script === 'ship' ? [['您好，', { hole: true }, '今天下午就给您发货'], ['马上安排发货']] : [],
};
