import { type Case, foldCases, ownerOf } from '../../core/cases.ts';
import { clock } from '../../core/clock/clock.ts';
import { explain } from '../../core/clock/explain.ts';
import { fromLog } from '../../core/clock/from-log.ts';
import type { Seconds, Unit } from '../../core/clock/unit.ts';
import type { ChatEvent, FindingFact, MessageEvent } from '../../core/event.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { type RowColumn, type RowLanguage, type RowSource, type RowTable, rowTable } from './row-table.ts';
import { type Talk, talksOf } from './row-talks.ts';
import { type Cell, moment, number, text } from './sheet.ts';

export const ROW_KINDS = ['conversation', 'turn', 'finding', 'case'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

type Pick<R> = (row: R) => Cell;
const column = <R>(
  id: string,
  width: number,
  zh: RowColumn<R>['zh'],
  en: RowColumn<R>['en'],
  cell: Pick<R>,
): RowColumn<R> => ({ id, width, zh, en, cell });

const CONVERSATION = ['会话', '会话的代号：同一买家在同一店铺始终相同，看不出是谁'] as const;
const CONVERSATION_EN = [
  'Conversation',
  'Pseudonym: always the same for a buyer in a shop, and does not say who it is',
] as const;

const talks: readonly RowColumn<Talk>[] = [
  column('conversation', 34, CONVERSATION, CONVERSATION_EN, ({ id }) => text(id)),
  column('console', 14, ['平台', '客服工作台'], ['Console', 'Seller console'], (row) => text(row.console)),
  column('shop', 18, ['店铺', '工作台显示的店铺名'], ['Shop', 'As the console shows it'], (row) =>
    text(row.shop),
  ),
  column('people', 18, ['客服', '当时在岗的人'], ['Agents', 'Who was on duty'], (row) =>
    text([...row.people].join(' ')),
  ),
  column('first_at', 20, ['首条时间', '看到的第一条记录'], ['First seen', 'First record'], (row) =>
    moment(row.from),
  ),
  column('last_at', 20, ['末条时间', '看到的最后一条记录'], ['Last seen', 'Last record'], (row) =>
    moment(row.to),
  ),
  column('buyer_messages', 10, ['买家消息', '条数'], ['Buyer messages', 'Number'], (row) =>
    number(row.messages.buyer),
  ),
  column('agent_messages', 10, ['客服消息', '人工发出的条数'], ['Agent messages', 'Sent by people'], (row) =>
    number(row.messages.agent),
  ),
  column('robot_messages', 10, ['机器人消息', '条数'], ['Robot messages', 'Number'], (row) =>
    number(row.messages.robot),
  ),
  column('forbidden', 8, ['禁止', '已发消息里的禁止项'], ['Forbidden', 'Found in messages sent'], (row) =>
    number(row.found.block),
  ),
  column('warnings', 8, ['警告', '已发消息里的警告项'], ['Warnings', 'Found in messages sent'], (row) =>
    number(row.found.warn),
  ),
];

const low = (seconds: Seconds | null) => (typeof seconds === 'number' ? seconds : (seconds?.[0] ?? null));
const high = (seconds: Seconds | null) => (typeof seconds === 'number' ? seconds : (seconds?.[1] ?? null));
const yesNo = (value: boolean | null): Cell => (value === null ? text(null) : number(value ? 1 : 0));

const turns = (profile: MetricProfile, language: RowLanguage): readonly RowColumn<Unit>[] => [
  column('conversation', 34, CONVERSATION, CONVERSATION_EN, (row) => text(row.conversation)),
  column('shop', 18, ['店铺', '工作台显示的店铺名'], ['Shop', 'As the console shows it'], (row) =>
    text(row.shop),
  ),
  column('seat', 18, ['子账号', '工作台显示的账号'], ['Seat', 'Sub-account'], (row) => text(row.seat)),
  column('person', 14, ['客服', '谁答的，或当时谁在岗'], ['Agent', 'Who answered or was on duty'], (row) =>
    text(row.person),
  ),
  column(
    'started_at',
    20,
    ['开始等待', '买家从此刻起等回复'],
    ['Wait began', 'The buyer began to wait'],
    (row) => moment(row.startedAt),
  ),
  column('answered_at', 20, ['回复时间', '无人回复则空'], ['Answered', 'Empty if nobody did'], (row) =>
    moment(row.answeredAt),
  ),
  column('seconds_low', 10, ['最少秒数', '计入的等待，至少'], ['Seconds, least', 'As counted'], (row) =>
    number(low(row.seconds)),
  ),
  column('seconds_high', 10, ['最多秒数', '计入的等待，至多'], ['Seconds, most', 'As counted'], (row) =>
    number(high(row.seconds)),
  ),
  column('counts', 8, ['计入', '1 计入，0 不计'], ['Counts', '1 yes, 0 no'], (row) => yesNo(row.counts)),
  column(
    'met',
    8,
    ['达标', '1 达标，0 未达标，空为无目标或无法判断'],
    ['In time', '1 yes, 0 no; empty without a target or where nobody can tell'],
    (row) => yesNo(row.met),
  ),
  column('why', 60, ['怎么算的', '按口径逐步说明'], ['How it was counted', 'Step by step'], (row) =>
    text(explain(row, profile, language)),
  ),
];

interface Found {
  readonly event: MessageEvent;
  readonly finding: FindingFact;
}

const findings: readonly RowColumn<Found>[] = [
  column('conversation', 34, CONVERSATION, CONVERSATION_EN, ({ event }) => text(event.conversation)),
  column('message', 34, ['消息', '消息的代号'], ['Message', 'Pseudonym'], ({ event }) => text(event.id)),
  column('shop', 18, ['店铺', '工作台显示的店铺名'], ['Shop', 'As the console shows it'], ({ event }) =>
    text(event.place.shop),
  ),
  column('person', 14, ['客服', '当时谁在岗'], ['Agent', 'Who was on duty'], ({ event }) =>
    text(event.person),
  ),
  column(
    'at',
    20,
    ['时间', '页面上的发送时间，没有则为看到的时间'],
    ['Time', 'Sent, else seen'],
    ({ event }) => moment(event.sentAt.precision === 'none' ? event.at : event.sentAt.at),
  ),
  column('level', 8, ['级别', 'block 禁止，warn 警告，hint 提示'], ['Level', 'block, warn or hint'], (row) =>
    text(row.finding.level),
  ),
  column('category', 14, ['类别', '规则的类别'], ['Category', "The rule's"], (row) =>
    text(row.finding.category),
  ),
  column('rule', 26, ['规则', '规则的编号'], ['Rule', 'Its id'], (row) => text(row.finding.rule)),
  column('start', 8, ['起', '在文字里的起点，从 0 数'], ['Start', 'In the words, from 0'], (row) =>
    number(row.finding.start),
  ),
  column('end', 8, ['止', '在文字里的终点，不含'], ['End', 'In the words, not included'], (row) =>
    number(row.finding.end),
  ),
  column('text', 60, ['内容', '日志文件里的文字'], ['Words', 'As the log file holds them'], ({ event }) =>
    text(event.text ?? null),
  ),
];

const cases: readonly RowColumn<Case>[] = [
  column('case', 34, ['工单', '工单的编号'], ['Case', 'Its id'], ({ id }) => text(id)),
  column('conversation', 34, CONVERSATION, CONVERSATION_EN, (row) => text(row.conversation)),
  column('category', 18, ['类别', '工单类别'], ['Category', "The case's"], (row) => text(row.category)),
  column('owner', 14, ['负责人', '现在谁跟进'], ['Owner', 'Who has it now'], (row) => text(ownerOf(row))),
  column('opened_at', 20, ['建单时间', '建立工单的时刻'], ['Opened', 'When it was opened'], (row) =>
    moment(row.openedAt),
  ),
  column(
    'changed_at',
    20,
    ['最近变动', '最后一次改动的时刻'],
    ['Last change', 'When it changed last'],
    (row) => moment(row.changedAt),
  ),
  column('closed_at', 20, ['结单时间', '未结则空'], ['Closed', 'Empty while open'], ({ closed }) =>
    moment(closed?.at ?? null),
  ),
  column('outcome', 30, ['结果', '结单时写下的'], ['Outcome', 'As written at the end'], ({ closed }) =>
    text(closed?.outcome ?? null),
  ),
  column('notes', 8, ['备注数', '条数'], ['Notes', 'Number'], (row) => number(row.notes.length)),
  column('contacts', 8, ['联系次数', '会话以外'], ['Contacts', 'Outside of the chat'], (row) =>
    number(row.contacts.length),
  ),
  column('escalated', 8, ['升级次数', '上报过几次'], ['Escalations', 'Number'], (row) =>
    number(row.escalated.length),
  ),
  column(
    'fields',
    60,
    ['字段', '日志文件里的填写内容，JSON'],
    ['Fields', 'As filled in, JSON'],
    ({ fields }) => text(Object.keys(fields).length === 0 ? null : JSON.stringify(fields)),
  ),
];

const NAMES: Readonly<Record<RowKind, Readonly<Record<RowLanguage, string>>>> = {
  conversation: { 'zh-CN': '会话', en: 'Conversations' },
  turn: { 'zh-CN': '应答轮次', en: 'Turns' },
  finding: { 'zh-CN': '违规', en: 'Findings' },
  case: { 'zh-CN': '工单', en: 'Cases' },
};

/** The rows of one kind out of logs' events, in order of time. Turns by this profile; times in its zone. */
export function rowsOf(
  kind: RowKind,
  events: readonly ChatEvent[],
  {
    profile,
    language,
    sources,
  }: {
    readonly profile: MetricProfile;
    readonly language: RowLanguage;
    readonly sources: readonly RowSource[];
  },
): RowTable {
  const about = { language, sources, timeZone: profile.timeZone };
  const name = NAMES[kind][language];
  switch (kind) {
    case 'conversation':
      return rowTable(name, talks, talksOf(events), about);
    case 'turn':
      return rowTable(name, turns(profile, language), clock(fromLog(events), profile).units, about);
    case 'finding':
      return rowTable(name, findings, foundIn(events), about);
    case 'case':
      return rowTable(name, cases, foldCases(events), about);
  }
}

const foundIn = (events: readonly ChatEvent[]): Found[] =>
  events.flatMap((event) =>
    event.kind === 'message-seen' ? event.findings.map((finding) => ({ event, finding })) : [],
  );
