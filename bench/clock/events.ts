import type { By, ChatEvent, Signals } from '../../core/event.ts';
import { chooser } from '../screen/random.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Events of a busy agent's day. */
const A_DAY = 5_500;

const hex = (n: number): string => n.toString(16).padStart(32, '0');

/**
 * `count` events of one agent at two consoles that end at `end`, in time order: conversations of a dozen messages,
 * some waiting rows, transfers and closes, one in nine by a robot, a tenth of the times known to the minute only.
 */
export function makeEvents(count: number, end: number): ChatEvent[] {
  const { below } = chooser(7);
  const random = () => below(1_000_000) / 1_000_000;
  const days = Math.max(1, Math.round(count / A_DAY));
  const perDay = Math.ceil(count / days);
  const firstDay = end - days * DAY;
  const events: ChatEvent[] = [];
  let conversation = 0;
  for (let day = 0; day < days && events.length < count; day++) {
    // A day's work ends with `end`'s time of day and lasts fourteen hours.
    const begins = firstDay + (day + 1) * DAY - 14 * 60 * MINUTE;
    const today: ChatEvent[] = [];
    while (today.length < perDay) {
      conversation += 1;
      // Every fourth buyer was here before.
      const who = random() < 0.25 ? Math.max(1, conversation - Math.floor(random() * 800)) : conversation;
      talk(today, hex(who), begins + Math.floor(random() * 13.4 * 60) * MINUTE, random);
    }
    today.sort((a, b) => a.at - b.at);
    events.push(...today.slice(0, perDay));
  }
  return events.slice(0, count).map((event, n) => ({ ...event, id: hex(n), seq: n }));
}

function talk(into: ChatEvent[], conversation: string, start: number, random: () => number): void {
  const console = Number.parseInt(conversation.slice(-2), 16) % 2 === 0 ? 'pinduoduo' : 'feige';
  let at = start;
  const stamp = () => ({
    id: '',
    at,
    mono: at - start + 1_000,
    bootId: `boot-${Math.floor(start / DAY)}`,
    place: { console, shop: 'bench', seat: 'a' },
    seq: 0,
    person: '小柚',
    conversation,
  });
  into.push({
    ...stamp(),
    kind: 'list-seen',
    unread: 1,
    rowTime: { precision: 'minute', source: 'page', at },
  });
  into.push({ ...stamp(), kind: 'conversation-opened' });
  const turns = 2 + Math.floor(random() * 5);
  for (let turn = 0; turn < turns; turn++) {
    const asks = 1 + Math.floor(random() * 2);
    for (let n = 0; n < asks; n++) into.push(message(stamp(), 'buyer', random));
    at += 2_000 + Math.floor(random() ** 3 * 300_000);
    if (random() < 0.94) into.push(message(stamp(), random() < 0.11 ? 'robot' : 'agent', random));
    at += 5_000 + Math.floor(random() * 90_000);
  }
  if (random() < 0.03) into.push({ ...stamp(), kind: 'conversation-transferred', to: 'b' });
  if (random() < 0.2) into.push({ ...stamp(), kind: 'conversation-closed' });
}

interface Stamp extends Pick<ChatEvent, 'id' | 'at' | 'mono' | 'bootId' | 'place' | 'seq' | 'person'> {
  readonly conversation: string;
}

function message(stamp: Stamp, by: By, random: () => number): ChatEvent {
  const roll = random();
  const what: Signals['class'] =
    roll < 0.1 ? 'greeting' : roll < 0.15 ? 'holding' : roll < 0.2 ? 'thanks' : 'substantive';
  return {
    ...stamp,
    kind: 'message-seen',
    by,
    content: 'text',
    seen: 'live',
    sentAt:
      roll < 0.9
        ? { precision: 'second', source: 'page', at: Math.floor(stamp.at / 1000) * 1000 }
        : { precision: 'minute', source: 'page', at: Math.floor(stamp.at / MINUTE) * MINUTE },
    signals: {
      chars: 12,
      class: what,
      greets: what === 'greeting',
      closes: false,
      packHash: 'bench',
      signalsVersion: 1,
    },
    findings: [],
  };
}
