import { describe, expect, it } from 'vitest';
import { foldCases } from '../../core/cases.ts';
import type { DeskDoing } from '../../core/desk.ts';
import { eventSchema } from '../../core/event.schema.ts';
import type { ChatEvent } from '../../core/event.ts';
import { nodesOf } from '../../core/flows/run.ts';
import { foldFollowUps } from '../../core/follow-ups/follow-up.ts';
import { type HandOver, handOver } from '../../core/hand-over.ts';
import { HandOverError, readHandOver } from '../../storage/cases/read-hand-over.ts';
import { caseText } from '../i18n/case.ts';
import { views } from './CaseForm.fixture.tsx';
import { takeOver } from './take-over.ts';

const shown = views.open!;
if (shown.card.kind !== 'known') throw new Error('no catalogue');
const { catalogue } = shown.card;
const timeZone = 'Asia/Shanghai';
const START = Date.UTC(2026, 10, 20, 6);
const MINUTE = 60_000;
const words = { say: caseText('zh-CN'), language: 'zh-CN', timeZone } as const;

/** A log of these acts, one a minute from `from`. */
const log = (acts: readonly object[], from = START, person = '小柚'): ChatEvent[] =>
  acts.map((act, at) =>
    eventSchema.parse({
      id: `e${at}`,
      at: from + at * MINUTE,
      mono: at,
      bootId: 'b',
      seq: at,
      person,
      conversation: 'p1',
      place: { console: 'pinduoduo', shop: '', seat: 'unknown' },
      ...act,
    }),
  );

const flow = catalogue.flows[0]!;
const [accept, second] = flow.nodes;
const case1 = { case: 'k1' };
const there = log([
  { kind: 'case-opened', ...case1, category: 'return_exchange' },
  {
    kind: 'case-changed',
    ...case1,
    fields: { order: '261102-1', 'buyer-id': '果果', amount: '12.50', urgency: 'urgent', form: 'returns' },
  },
  { kind: 'case-flow', ...case1, flow: flow.id, variant: null },
  { kind: 'case-noted', ...case1, text: '已问仓库' },
  { kind: 'case-node', ...case1, node: accept!.id, done: true, choice: null },
  { kind: 'promise-made', promise: 'p', message: 'm', due: null, words: '给您补发' },
  {
    kind: 'follow-up-set',
    followUp: 'f',
    what: 'callback',
    due: START + 90 * MINUTE,
    case: 'k1',
    note: '回电',
  },
  { kind: 'follow-up-set', followUp: 'g', what: 'other', due: START, case: 'another' },
]);
const NOW = START + 10 * MINUTE;
const saved = (): HandOver =>
  handOver(foldCases(there)[0]!, foldFollowUps(there), catalogue, {
    hand: 'h1',
    from: '小柚',
    to: '小禾',
    now: NOW,
    timeZone,
  });

const blob = (value: unknown): Blob => new Blob([JSON.stringify(value)]);
const readAs = (value: unknown): Promise<unknown> =>
  readHandOver(value instanceof Blob ? value : blob(value)).catch((error: unknown) =>
    error instanceof HandOverError ? [error.code, error.where] : error,
  );
const text = (change: (json: string) => string): Blob => new Blob([change(JSON.stringify(saved()))]);

describe('a case that is handed over as a file', () => {
  it('comes out of the file as it went in, without the buyer’s name', async () => {
    expect(await readHandOver(blob(saved()))).toEqual(saved());
    expect(JSON.stringify(saved())).not.toContain('果果');
    expect(saved().case.fields).toEqual({ order: '261102-1', amount: '12.50' });
    expect(
      saved()
        .followUps.map(({ what }) => what)
        .sort(),
    ).toEqual(['callback', 'promise']);
  });

  it('goes on at the other desk: fields, notes, follow-ups, and the flow with its own time', () => {
    const later = NOW + 60 * MINUTE;
    const { acts } = takeOver(saved(), catalogue, 'k9', later, words);
    expect(acts.length).toBeLessThanOrEqual(128);
    const here = log(acts, later, '小禾');
    const [one, ...others] = foldCases(here);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      category: 'return_exchange',
      person: '小禾',
      fields: { order: '261102-1', amount: '12.50', urgency: 'urgent', form: 'returns' },
      handed: [{ hand: 'h1', kind: 'from', who: '小柚' }],
    });
    expect(one?.fields.owner).toBeUndefined();
    const before = nodesOf(flow, foldCases(there)[0]!.flow!, NOW, timeZone);
    const after = nodesOf(flow, one!.flow!, NOW, timeZone);
    expect(after.map(({ node, state, due }) => [node.id, state, due])).toEqual(
      before.map(({ node, state, due }) => [node.id, state, due]),
    );
    expect(after.find(({ state }) => state === 'current')?.node.id).toBe(second!.id);
    expect(one?.notes.map((note) => note.text)).toEqual([
      expect.stringMatching(/小柚 · 已问仓库$/),
      expect.stringContaining(`${accept!.title} 小柚`),
    ]);
    expect(foldFollowUps(here).map(({ what, due, note }) => [what, due, note])).toEqual(
      expect.arrayContaining([
        ['callback', START + 90 * MINUTE, '回电'],
        ['reply', later + 86_400_000, '给您补发'],
      ]),
    );
  });

  it('keeps as notes what this desk has no field or flow for, and takes no personal value', () => {
    const file = saved();
    const strange: HandOver = {
      ...file,
      case: {
        ...file.case,
        fields: { ...file.case.fields, colour: '红', amount: '很多', 'buyer-id': '果果' },
      },
      flow: file.flow && { ...file.flow, flow: 'elsewhere', title: '别家流程' },
    };
    const { acts, unknown, personal, flow: stands } = takeOver(strange, catalogue, 'k9', NOW, words);
    expect({ unknown, personal, goesOn: stands?.goesOn }).toEqual({
      unknown: ['金额: 很多', 'colour: 红'],
      personal: 1,
      goesOn: false,
    });
    const kinds = acts.map(({ kind }) => kind);
    expect(kinds).not.toContain('case-flow');
    expect(JSON.stringify(acts)).toContain('别家流程');
    expect(JSON.stringify(acts)).not.toContain('果果');
  });

  it('loses nothing of a full file, and stays one act', () => {
    const file = saved();
    const fields = Object.fromEntries(Array.from({ length: 38 }, (_, at) => [`f${at}`, '字'.repeat(1900)]));
    const full: HandOver = {
      ...file,
      case: { ...file.case, fields },
      notes: Array.from({ length: 30 }, () => ({ at: START, person: '小柚', text: '注'.repeat(1700) })),
      followUps: Array.from({ length: 20 }, () => ({ what: 'other', due: START, note: '' })),
    };
    const { acts } = takeOver(full, catalogue, 'k9', NOW, words);
    expect(acts.length).toBeLessThanOrEqual(128);
    // Each act is one that the log takes.
    const texts = log(acts).flatMap((event) => (event.kind === 'case-noted' ? [event.text] : []));
    expect(texts.join('').match(/字/g)).toHaveLength(38 * 1900);
  });

  it('starts no flow at a step that it does not have', () => {
    const file = saved();
    const done = [{ node: 'nowhere', title: '?', at: START, person: null, choice: null }];
    const odd: HandOver = { ...file, flow: file.flow && { ...file.flow, done } };
    expect(takeOver(odd, catalogue, 'k9', NOW, words).flow?.goesOn).toBe(false);
  });

  it('is one that the log of an older version can be read with', () => {
    const [event] = log([{ kind: 'case-flow', ...case1, flow: flow.id, variant: null } satisfies DeskDoing]);
    expect(event).not.toHaveProperty('resumed');
  });
});

describe('a file that is not taken', () => {
  const file = saved();
  it.each<[string, unknown, unknown]>([
    ['empty', new Blob([]), ['not-json', '']],
    ['no JSON', new Blob(['跟进单']), ['not-json', '']],
    ['cut short', text((json) => json.slice(0, -5)), ['not-json', expect.any(String)]],
    ['something after it', text((json) => `${json}{}`), ['not-json', expect.any(String)]],
    [
      'a key twice',
      text((json) => json.replace('"hand":', '"hand":"x","hand":')),
      ['not-json', expect.any(String)],
    ],
    [
      'a prototype',
      text((json) => json.replace('"order":', '"__proto__":')),
      ['not-json', expect.any(String)],
    ],
    ['not UTF-8', new Blob([new Uint8Array([0xb8, 0xfa, 0x7b])]), ['not-json', '']],
    ['a list', [], ['not-ours', '']],
    ['nothing', null, ['not-ours', '']],
    ['another format', { ...file, format: 'counterside-pack/1' }, ['not-ours', '']],
    ['a later version', { ...file, format: 'counterside-handover/2' }, ['other-version', '']],
    ['an unknown field', { ...file, extra: 1 }, ['damaged', '']],
    ['an unknown field inside', { ...file, case: { ...file.case, phone: '1' } }, ['damaged', 'case']],
    ['a time as text', { ...file, at: '2026' }, ['damaged', 'at']],
    [
      'a field as a number',
      { ...file, case: { ...file.case, fields: { order: 1 } } },
      ['damaged', 'case.fields.order'],
    ],
    ['no such class', { ...file, case: { ...file.case, category: 'x' } }, ['damaged', 'case.category']],
    ['no number', { ...file, hand: '' }, ['damaged', 'hand']],
    ['too many notes', { ...file, notes: Array(31).fill(file.notes[0]) }, ['damaged', 'notes']],
    ['too large', new Blob([' '.repeat(1_000_001)]), ['too-big', '']],
  ])('%s', async (_, value, error) => {
    expect(await readAs(value)).toEqual(error);
  });
});
