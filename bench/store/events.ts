import type { ChatEvent } from '../../core/event.ts';

/** A stream of events as two agents' busy months make them: the same seed gives the same events. */
export function* makeEvents(count: number, seed: number): Generator<ChatEvent> {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits)
      text += Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0');
    return text.slice(0, digits);
  };
  const place = { console: 'pinduoduo', shop: '小店旗舰店', seat: '客服一号' };
  const conversations = Array.from({ length: 30 }, () => ({ id: hex(32), seq: 0 }));
  let boot = hex(16);
  let counter = 0;
  let at = 1_790_000_000_000;
  let mono = 1000;
  for (let n = 0; n < count; n++) {
    if (random() < 0.0005) {
      boot = hex(16);
      counter = 0;
      mono = 1000;
    }
    const step = Math.floor(200 + random() * 8000);
    at += step;
    mono += step;
    if (random() < 0.03) conversations[Math.floor(random() * 30)] = { id: hex(32), seq: 0 };
    const conversation = conversations[Math.floor(random() * 30)] ?? { id: '', seq: 0 };
    conversation.seq += 1;
    counter += 1;
    const stamp = {
      at,
      mono,
      bootId: boot,
      place,
      seq: conversation.seq,
      person: '小李',
      conversation: conversation.id,
    };
    const dice = random();
    if (dice < 0.7) {
      const by = dice < 0.36 ? 'buyer' : dice < 0.66 ? 'agent' : 'robot';
      yield {
        ...stamp,
        id: hex(32),
        kind: 'message-seen',
        by,
        content: random() < 0.9 ? 'text' : 'image',
        seen: random() < 0.9 ? 'live' : 'backfill',
        sentAt: { precision: 'second', source: 'page', at: at - (at % 1000) },
        signals: {
          chars: Math.floor(random() * 60),
          class: random() < 0.8 ? 'substantive' : 'greeting',
          greets: random() < 0.1,
          closes: random() < 0.05,
          packHash: 'f3b1c0de5a11',
          signalsVersion: 1,
        },
        findings:
          by === 'agent' && random() < 0.05
            ? [{ rule: 'taboo.blame', category: 'taboo', level: 'warn', start: 2, end: 6, folds: [] }]
            : [],
        text: '亲，您拍下的这款今天下午就能发出，请放心。',
      } as ChatEvent;
    } else if (dice < 0.82) {
      yield {
        ...stamp,
        id: `${boot}-${counter}`,
        kind: 'list-seen',
        unread: Math.floor(random() * 5),
        rowTime: { precision: 'minute', source: 'page', at: at - (at % 60_000) },
      } as ChatEvent;
    } else if (dice < 0.92) {
      yield {
        ...stamp,
        id: `${boot}-${counter}`,
        kind: 'suggestion-shown',
        scripts: ['ship.today', 'greet.new', 'refund.how'],
      } as ChatEvent;
    } else yield { ...stamp, id: `${boot}-${counter}`, kind: 'conversation-opened' } as ChatEvent;
  }
}
