import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../components/i18n/say.ts';
import type { ImportRow } from '../../components/supervisor/view.ts';
import { log, type Seen, wall } from '../../core/clock/log.fixture.ts';
import type { ChatEvent } from '../../core/event.ts';
import { score } from '../../core/score/scorecard.ts';
import { encrypted } from '../../storage/log-file/encrypt.ts';
import type { Lock } from '../../storage/log-file/file-key.ts';
import { LOG_FORMAT, type LogHeader } from '../../storage/log-file/header.ts';
import { toPassphrase } from '../../storage/log-file/passphrase.ts';
import { toKey } from '../../storage/log-file/to-key.ts';
import { writeLog } from '../../storage/log-file/write.ts';
import { makeKey, OwnKeysDb } from '../../storage/receiving/own-keys.ts';
import { fingerprintOf } from '../../storage/receiving/point.ts';
import { listLogs, SupervisorDb } from '../../storage/supervisor/store.ts';
import { agentRow, criterionView, inputsFor, keptWith, logsOf, targetOf } from './cards.ts';
import { detailsOf, type Known } from './details.ts';
import { importAll } from './imports.ts';
import { shippedProfiles, shippedRubric, titleOf } from './known.ts';
import { type Machine, machinesOf } from './machines.ts';
import { peopleOf } from './people.ts';
import { reportOf } from './report.ts';
import { editedOf, rubricView, rubricWith } from './rubric.ts';

const keys = new OwnKeysDb();
const known: Known = { ...shippedProfiles, target: targetOf(shippedRubric), titleOf };
const ask = (at: string, more: Partial<Seen> = {}): Seen => ({ at, page: at, ...more });
const reply = (at: string, more: Partial<Seen> = {}): Seen => ({ by: 'agent', at, page: at, ...more });

/** Two turns of 小柚 (20 s and 200 s), one unanswered, one 禁止 sent; and one turn while nobody was on duty. */
const morning = () =>
  log(
    ask('10:00:00', { person: '小柚' }),
    reply('10:00:20', { person: '小柚', level: 'block' }),
    ask('10:10:00', { person: '小柚', conversation: 'c2' }),
    reply('10:13:20', { person: '小柚', conversation: 'c2' }),
    ask('11:00:00', { person: '小柚', conversation: 'c3' }),
    ask('12:00:00', { person: null, conversation: 'c4' }),
    reply('12:00:05', { person: null, conversation: 'c4' }),
  );

function file(label: string, install: string, events: readonly ChatEvent[], name = `${label}.cslog`) {
  const header: LogHeader = {
    format: LOG_FORMAT,
    app: '0.1.0',
    exportedAt: wall('20:00:00'),
    agent: { label, install },
    keyId: 'k',
    range: { from: wall('00:00:00'), to: wall('23:00:00') },
    counts: { events: events.length },
    packHashes: [],
  };
  async function* all() {
    yield events;
  }
  return new Response(writeLog(header, all())).blob().then((blob) => new File([blob], name));
}

const machine = (events: readonly ChatEvent[], label = '小柚', install = 'i1'): Machine => ({
  install,
  label,
  events,
  logs: [],
});

const people = (...machines: Machine[]) => peopleOf(machines, shippedProfiles, null);
const rowsOf = (...machines: Machine[]) =>
  people(...machines).map((person) =>
    agentRow(person, score(shippedRubric, {}, person.figures), shippedRubric),
  );

beforeEach(() => {
  speak('zh-CN');
});

describe('who a figure belongs to', () => {
  it('keeps what was done while nobody was on duty apart', () => {
    expect(
      rowsOf(machine(morning())).map(({ name, mean, missed, received }) => [
        name,
        mean?.turns,
        missed,
        received,
      ]),
    ).toEqual([
      ['小柚', 2, 1, 3],
      ['小柚（未上岗时）', 1, 0, 1],
    ]);
  });

  it('takes the label of the file where nobody ever went on duty', () => {
    const events = log(ask('10:00:00', { person: null }), reply('10:00:20', { person: null }));
    expect(rowsOf(machine(events, '客服 07')).map(({ name, mean }) => [name, mean?.seconds])).toEqual([
      ['客服 07', 20],
    ]);
  });

  it('adds up one agent over two machines', () => {
    const other = log(
      ask('09:00:00', { person: ' 小 柚', id: 'x1' }),
      reply('09:00:50', { person: ' 小 柚', id: 'x2' }),
    );
    const [row] = rowsOf(machine(morning()), machine(other, '前台', 'i2'));
    expect(row).toMatchObject({ name: '小柚', mean: { seconds: 90, turns: 3, late: true } });
    expect(row!.within).toEqual({ share: 2 / 4, met: 2, counted: 4 });
  });

  it('shows an empty log as an agent without figures', () => {
    expect(rowsOf(machine([], '客服 12'))).toMatchObject([
      { name: '客服 12', mean: null, within: null, received: 0, total: { judged: 0, weight: 100 } },
    ]);
  });
});

describe('a period', () => {
  it('counts a turn by when it began, and messages by when they were sent', () => {
    const span = { from: wall('10:05:00'), to: wall('11:30:00') };
    const [person, ...others] = peopleOf([machine(morning())], shippedProfiles, span);
    expect(others).toMatchObject([{ name: null, figures: { replies: 0, received: [] } }]);
    expect(person!.figures).toMatchObject({
      replies: 1,
      violations: [],
      response: { metric: { value: 200 } },
    });
    expect(person!.figures.missed).toHaveLength(1);
    expect(person!.figures.received).toHaveLength(2);
  });
});

describe('a scorecard', () => {
  it('judges what the log knows and asks for the rest, never stretching the part', () => {
    const [person] = people(machine(morning()));
    const card = score(shippedRubric, inputsFor(shippedRubric, {}), person!.figures);
    expect(card.total).toEqual({ points: 20, judged: 30, weight: 100 });
    const [plan, , response] = card.rows.map(criterionView);
    expect(plan!.state).toEqual({ kind: 'missing', asks: '要录入：已执行的调研计划、调研计划总数' });
    expect(response!.state).toMatchObject({ kind: 'scored', points: 20 });
    expect(response!.evidence).toEqual({ kind: 'turns', count: 2 });
  });

  it('takes entered numbers, and forgets those taken back', () => {
    const [person] = people(machine(morning()));
    const kept = keptWith({}, 'survey-plan', { done: 46, planned: 50 });
    const first = (inputs: typeof kept) =>
      criterionView(score(shippedRubric, inputsFor(shippedRubric, inputs), person!.figures).rows[0]!);
    expect(first(kept).state).toMatchObject({ kind: 'scored', points: 12 });
    expect(first(keptWith(kept, 'survey-plan', { done: null, planned: 50 })).state).toMatchObject({
      kind: 'missing',
      asks: '要录入：已执行的调研计划',
    });
  });
});

describe('an edited rubric', () => {
  it('comes back as edited, and as shipped when its settings make no sense', () => {
    const edited = editedOf(shippedRubric, { response: { target: 30, step: 5, deduct: 1, zeroBeyond: 200 } });
    const rubric = rubricWith(shippedRubric, JSON.parse(JSON.stringify(edited)));
    expect(targetOf(rubric)).toBe(30);
    expect(rubricView(rubric, edited)).toMatchObject({ shipped: false });
    const fields = rubricView(rubric, edited).rows.find(({ id }) => id === 'response')!.fields;
    expect(fields.map(({ id, value }) => [id, value])).toEqual([
      ['target', 30],
      ['step', 5],
      ['deduct', 1],
      ['zeroBeyond', 200],
    ]);
    for (const broken of [
      null,
      7,
      { response: { kind: 'steps' } },
      { response: { ...edited.response, step: 0 } },
    ])
      expect(rubricWith(shippedRubric, broken)).toEqual(shippedRubric);
  });
});

describe('the details of a figure', () => {
  const details = (
    figure: 'mean' | 'within' | 'missed' | 'sent' | 'received',
    order: 'time' | 'longest' = 'time',
  ) => detailsOf(people(machine(morning()))[0]!, { figure, order, page: 0 }, known);
  const states = (view: ReturnType<typeof details>) =>
    view.list.kind === 'turns' ? view.list.rows.map(({ seconds, state }) => [seconds, state]) : [];

  it('say how the mean came about, turn by turn', () => {
    const view = details('mean');
    expect(view.sentence).toContain('220 秒 ÷ 2 轮 = 110 秒');
    expect(states(view)).toEqual([
      [20, 'met'],
      [200, 'late'],
      [null, 'missed'],
    ]);
    expect(states(details('mean', 'longest'))[0]).toEqual([200, 'late']);
    expect(view.list.kind === 'turns' && view.list.rows[0]!.why).toContain('20');
  });

  it('count whoever got no answer as late in the share', () => {
    const view = details('within');
    expect(view.sentence).toContain('1 轮 ÷ 3 轮 = 33.3 %');
    expect(states(view).map(([, state]) => state)).toEqual(['met', 'late', 'missed']);
  });

  it('hold every unanswered turn, finding and conversation', () => {
    expect(details('missed')).toMatchObject({ total: 1, sentence: '3 轮里有 1 轮没有人工回复。' });
    expect(details('sent')).toMatchObject({
      total: 1,
      list: { kind: 'findings', rows: [{ level: 'block', rule: 'r1', title: '服务禁语', text: null }] },
    });
    expect(details('received')).toMatchObject({
      total: 3,
      list: { rows: [{ conversation: 'c1', messages: 2, turns: 1 }, {}, { messages: 1, turns: 1 }] },
    });
  });
});

describe('importing', () => {
  it('takes good files, names what is wrong with others, and counts nothing twice', async () => {
    const db = new SupervisorDb(`test-${crypto.randomUUID()}`);
    const good = await file('小柚', 'i1', morning());
    const steps: (readonly ImportRow[])[] = [];
    const files = [good, new File([], '空.cslog'), new File(['{"a":1}'], 'x.json'), good];
    await importAll({ db, keys }, files, (rows) => steps.push(rows), {
      signal: new AbortController().signal,
    });
    expect(steps[0]!.map(({ kind }) => kind)).toEqual(['reading', 'reading', 'reading', 'reading']);
    expect(steps.at(-1)).toMatchObject([
      { kind: 'imported', agent: '小柚', events: 7 },
      { kind: 'wrong', file: '空.cslog', why: expect.stringMatching(/^文件是空的/) },
      { kind: 'wrong', file: 'x.json' },
      { kind: 'already', agent: '小柚' },
    ]);
    expect(await listLogs(db)).toHaveLength(1);
    db.close();
  });

  it('opens what is encrypted to a key of ours, asks for passphrases and names other keys, all at once', async () => {
    const db = new SupervisorDb(`test-${crypto.randomUUID()}`);
    const elsewhere = new OwnKeysDb('elsewhere');
    const [ours, other] = [await makeKey(keys, '林主管', 1), await makeKey(elsewhere, '林主管', 1)];
    const locked = async (name: string, install: string, lock: Lock) => {
      const plain = (await file(name, install, morning())).stream();
      return new File([await new Response(encrypted(plain, lock)).blob()], `${name}.cslog`);
    };
    const files = [
      await file('open', 'i1', morning()),
      await locked('ours', 'i2', toKey(ours.point)),
      await locked('other', 'i3', toKey(other.point)),
      await locked('pass', 'i4', toPassphrase('八个字以上的口令')),
    ];
    let rows: readonly ImportRow[] = [];
    await importAll({ db, keys }, files, (now) => (rows = now), { signal: new AbortController().signal });
    expect(rows).toMatchObject([
      { kind: 'imported', agent: 'open' },
      { kind: 'imported', agent: 'ours' },
      { kind: 'wrong', why: expect.stringContaining(fingerprintOf(other.id)) },
      { kind: 'locked', tried: false },
    ]);
    expect((await listLogs(db)).map(({ fileName, openedBy }) => [fileName, openedBy]).sort()).toEqual([
      ['open.cslog', undefined],
      ['ours.cslog', ours.id],
    ]);
    db.close();
  });

  it('reads a machine anew only when its logs changed', async () => {
    const db = new SupervisorDb(`test-${crypto.randomUUID()}`);
    const rest = { signal: new AbortController().signal };
    await importAll(
      { db, keys },
      [await file('小柚', 'i1', morning()), await file('阿宁', 'i2', morning())],
      () => undefined,
      rest,
    );
    const before = await machinesOf(db, await listLogs(db), []);
    await importAll({ db, keys }, [await file('小柚', 'i1', morning().slice(0, 3))], () => undefined, rest);
    const after = await machinesOf(db, await listLogs(db), before);
    const find = (all: readonly Machine[], install: string) => all.find((each) => each.install === install)!;
    expect(find(after, 'i2')).toBe(find(before, 'i2'));
    expect(find(after, 'i1').logs).toHaveLength(2);
    expect(find(after, 'i1').events).toHaveLength(7);
    db.close();
  });
});

describe('the saved report', () => {
  it('holds what the page shows, every turn and every log', async () => {
    const db = new SupervisorDb(`test-${crypto.randomUUID()}`);
    await importAll({ db, keys }, [await file('小柚', 'i1', morning())], () => undefined, {
      signal: new AbortController().signal,
    });
    const judged = people(...(await machinesOf(db, await listLogs(db), []))).map((person) => {
      const card = score(shippedRubric, {}, person.figures);
      return { person, card, row: agentRow(person, card, shippedRubric) };
    });
    const report = reportOf(judged, shippedRubric, { kind: 'all' }, known, 0);
    expect(report.agents[0]).toMatchObject({
      name: '小柚',
      points: 20,
      turns: 2,
      counted: 3,
      met: 1,
      messages: 2,
    });
    expect([...report.turns].map(({ agent, seconds, result }) => [agent, seconds, result])).toEqual([
      ['小柚', 20, '达标'],
      ['小柚', 200, '超时'],
      ['小柚', null, '漏回'],
      ['小柚（未上岗时）', 5, '达标'],
    ]);
    expect([...report.findings]).toHaveLength(1);
    const [log1] = logsOf(judged[0]!.person);
    expect(report.logs).toMatchObject([{ file: '小柚.cslog', head: log1!.id, events: 7, verdict: '未签名' }]);
    db.close();
  });
});
