import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import { log, type Seen } from '../clock/log.fixture.ts';
import type { ChatEvent } from '../event.ts';
import { figuresOf } from './figures.ts';

const manual = shippedProfiles().get('manual-mean-response')!;
const figures = (events: readonly ChatEvent[]) => figuresOf(events, manual);
const reply = (at: string, more: Partial<Seen> = {}): Seen => ({ by: 'agent', at, page: at, ...more });
const ask = (at: string, more: Partial<Seen> = {}): Seen => ({ at, page: at, ...more });

describe('figuresOf', () => {
  it('gives each agent the turns that they answered', () => {
    const events = log(
      ask('10:00:00', { person: 'wang' }),
      reply('10:00:20', { person: 'wang' }),
      ask('18:00:00', { person: 'li' }),
      reply('18:00:50', { person: 'li' }),
    );
    expect(figures(events).map(({ agent, response }) => [agent, response.metric.value])).toEqual([
      [{ kind: 'person', person: 'li', seats: ['seat'] }, 50],
      [{ kind: 'person', person: 'wang', seats: ['seat'] }, 20],
    ]);
  });

  it('gives an unanswered turn to whoever was there when it began', () => {
    const events = log(ask('10:00:00', { person: 'wang' }), ask('18:00:00', { person: 'li' }));
    const [li, wang] = ['li', 'wang'].map((name) =>
      figures(events).find(({ agent }) => agent.kind === 'person' && agent.person === name),
    );
    expect(wang?.missed).toHaveLength(1);
    expect(li?.missed).toHaveLength(0);
    expect(li?.received).toHaveLength(1);
  });

  it('never credits a person who was not on duty', () => {
    const events = log(ask('10:00:00', { person: null }), reply('10:00:20', { person: null }));
    expect(figures(events).map(({ agent }) => agent)).toEqual([{ kind: 'seat', seat: 'seat' }]);
    const found = log(
      ask('10:00:00', { person: 'wang' }),
      reply('10:00:20', { found: true, at: '10:30:00', page: '10:00:20', person: 'wang' }),
    );
    const wang = figures(found).find(({ agent }) => agent.kind === 'person');
    expect(wang).toMatchObject({ replies: 0, response: { metric: { counted: 0 } } });
  });

  it('counts findings of 警告 and 禁止 in what was sent, per thousand', () => {
    const events = log(
      ask('10:00:00', { level: 'block' }),
      reply('10:00:20', { level: 'warn', id: 'm1' }),
      reply('10:00:30', { level: 'hint' }),
      reply('10:00:40', { level: 'block' }),
      reply('10:00:50'),
    );
    const [{ violations, violationsPer1000, replies }] = figures(events) as [ReturnType<typeof figures>[0]];
    expect(violations.map(({ message, finding }) => [message, finding.level])).toEqual([
      ['m1', 'warn'],
      ['e3', 'block'],
    ]);
    expect([replies, violationsPer1000]).toEqual([4, 500]);
  });

  it('counts nothing twice, however many files tell it', () => {
    const events = log(ask('10:00:00'), reply('10:00:20', { level: 'warn' }));
    expect(figures([...events, ...structuredClone(events)])).toEqual(figures(events));
  });

  it('credits whoever saw a reply go out, not who found it first', () => {
    const [asked, found, sent] = log(
      ask('10:00:00', { person: 'wang' }),
      reply('10:00:20', { found: true, person: 'li', boot: 'other', id: 'm1' }),
      reply('10:00:20', { at: '10:00:22', person: 'wang', id: 'm1' }),
    ) as [ChatEvent, ChatEvent, ChatEvent];
    expect(
      figures([asked, found, sent]).map(({ agent, replies }) => [
        agent.kind === 'person' && agent.person,
        replies,
      ]),
    ).toEqual([['wang', 1]]);
  });

  it('leaves alone what was there before we looked', () => {
    const history = log(
      ask('09:00:00', { found: true, at: '10:00:00', page: '09:00:00' }),
      reply('09:00:20', { found: true, at: '10:00:00', page: '09:00:20', level: 'block' }),
    );
    expect(figures(history)).toEqual([]);
  });

  it('receives a conversation once', () => {
    const events = log(
      ask('10:00:00'),
      reply('10:00:20'),
      ask('11:00:00'),
      ask('12:00:00', { conversation: 'c2' }),
    );
    expect(figures(events)[0]!.received).toHaveLength(2);
  });
});
