import type { By, ChatEvent, SentAt, Signals } from '../event.ts';

/** What a made-up log needs to be told; everything else is the same throughout. */
export interface Seen {
  readonly kind?: 'message' | 'list' | 'opened' | 'transfer' | 'jump' | 'on' | 'off';
  readonly by?: By;
  /** Wall time of seeing and the page's time, `HH:mm:ss` of one day; without a page time it was only observed. */
  readonly at: string;
  readonly page?: string;
  readonly precision?: 'second' | 'minute';
  readonly found?: boolean;
  /** Monotonic seconds; without it wall time since midnight. */
  readonly mono?: number;
  readonly boot?: string;
  readonly class?: Signals['class'];
  readonly id?: string;
  readonly seat?: string;
  readonly person?: string | null;
  readonly conversation?: string;
  readonly byMs?: number;
  readonly level?: 'hint' | 'warn' | 'block';
}

export const wall = (time: string): number => Date.parse(`2026-10-01T${time}+08:00`);

function sentAt({ page, precision = 'second' }: Seen): SentAt {
  if (page === undefined) return { precision: 'none', source: 'observed' };
  return { precision, source: 'page', at: wall(page) };
}

/** A log in the order of seeing; `seq` is that order. */
export function log(...steps: readonly Seen[]): ChatEvent[] {
  return steps.map((step, i): ChatEvent => {
    const at = wall(step.at);
    const stamp = {
      id: step.id ?? `e${i}`,
      at,
      mono: (step.mono ?? (at - wall('00:00:00')) / 1000) * 1000,
      bootId: step.boot ?? 'boot',
      place: { console: 'pdd', shop: 'shop', seat: step.seat ?? 'seat' },
      seq: i,
      person: step.person === undefined ? 'person' : step.person,
    };
    const conversation = step.conversation ?? 'c1';
    switch (step.kind ?? 'message') {
      case 'jump':
        return { ...stamp, kind: 'clock-jumped', byMs: step.byMs ?? 0 };
      case 'on':
        return { ...stamp, kind: 'agent-on' };
      case 'off':
        return { ...stamp, kind: 'agent-off' };
      case 'list':
        return { ...stamp, conversation, kind: 'list-seen', unread: 1, rowTime: sentAt(step) };
      case 'opened':
        return { ...stamp, conversation, kind: 'conversation-opened' };
      case 'transfer':
        return { ...stamp, conversation, kind: 'conversation-transferred', to: 'B' };
      default:
        return {
          ...stamp,
          conversation,
          kind: 'message-seen',
          by: step.by ?? 'buyer',
          content: 'text',
          seen: step.found ? 'backfill' : 'live',
          sentAt: sentAt(step),
          signals: {
            chars: 5,
            class: step.class ?? 'substantive',
            greets: false,
            closes: false,
            packHash: 'p',
            signalsVersion: 1,
          },
          findings:
            step.level === undefined
              ? []
              : [{ rule: 'r1', category: 'taboo', level: step.level, start: 0, end: 2, folds: [] }],
        };
    }
  });
}
