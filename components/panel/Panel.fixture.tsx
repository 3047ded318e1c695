/// <reference types="vite/client" />
import type { ComponentChild } from 'preact';
import { panelText } from '../i18n/panel.ts';
import { Panel } from './Panel.tsx';
import css from './panel.css?inline';
import { DEFAULT_LAYOUT } from './placement.ts';
import type { FindingView, On, PanelView } from './view.ts';

const ignore: On = () => undefined;

const accusing: FindingView = {
  id: 'f1',
  rule: 'taboo.accuse',
  level: 'block',
  title: '反问买家',
  message: '把责任推给买家，平台按服务态度问题处理。',
  why: '买家已经着急，反问会让他觉得被怀疑；先核对，再说明。',
  clause: '客服服务规范 · 服务禁语',
  penalty: '首次警告，再犯扣服务分',
  match: '你是不是搞错了',
  replacement: '我马上帮您核对下单时间和发货状态',
  underlined: true,
};

const absolute: FindingView = {
  id: 'f2',
  rule: 'absolute.best',
  level: 'warn',
  title: '绝对化用语',
  message: '广告法不许说「最好」。',
  why: '说具体的好处，不说第一、最好。',
  clause: '广告法第九条',
  penalty: null,
  match: '最好',
  replacement: null,
  underlined: false,
};

const vague: FindingView = {
  ...absolute,
  id: 'f3',
  level: 'hint',
  title: '没说时间',
  message: '「尽快」之后加一个钟点，买家更放心。',
  match: '尽快',
};

const contact: FindingView = {
  ...accusing,
  id: 'f4',
  rule: 'diversion.wechat',
  title: '引导站外',
  message: '不能请买家加微信。',
  why: '站外联系平台看不见，出了纠纷也无法举证。',
  clause: '平台规则 · 引导线下交易',
  penalty: '一般违规，扣 6 分起',
  match: '加我微信',
  replacement: '您直接在这里告诉我，我马上处理',
};

/** The state of the sketch: a buyer who hurries, one finding, three replies. */
export const hurried: PanelView = {
  language: 'zh-CN',
  console: '拼多多',
  layout: DEFAULT_LAYOUT,
  page: { kind: 'ready', conversation: 'c1', buyer: 'S*******n', order: '241104-552910382' },
  unsaved: null,
  wait: { kind: 'waiting', seconds: 123, targetSeconds: 180, profileLabel: '人工回复', certainty: 'exact' },
  others: { count: 1, longestSeconds: 41 },
  screening: { kind: 'found', findings: [accusing], current: 0 },
  suggestions: {
    kind: 'list',
    because: '买家问「什么时候能发货」',
    newer: false,
    items: [
      {
        script: 's1',
        title: '催发货',
        text: '亲，让您久等了。您的订单2411…0382已付款，预计今天 18:00前发出，发出后我第一时间把单号发给您。',
        slots: [
          { start: 12, end: 21, name: '订单号', state: 'filled' },
          { start: 27, end: 35, name: '发货时间', state: 'filled' },
        ],
        score: 0.9,
        why: '承诺会记为待办',
        holding: false,
      },
      {
        script: 's2',
        title: '安抚 + 跟进',
        text: '非常抱歉耽误您用了，我已催仓库优先处理，几点前给您答复好吗？',
        slots: [{ start: 20, end: 23, name: '答复时间', state: 'missing' }],
        score: 0.7,
        why: '',
        holding: true,
      },
      {
        script: 's3',
        title: '备选方案',
        text: '如果实在着急，可以先为您办理退款，或改发到货更快的仓。',
        slots: [],
        score: 0.5,
        why: '昨天用过 3 次',
        holding: false,
      },
    ],
  },
  advice: [],
  search: null,
  tab: 'reply',
  openCase: false,
  today: {
    conversations: 46,
    meanSeconds: 47.4,
    turns: 131,
    withinTarget: 124,
    targetSeconds: 180,
    sentFindings: 1,
    fixedDrafts: 6,
    openCases: 2,
  },
  person: '林晓',
  notice: null,
};

const quiet: PanelView = { ...hurried, screening: { kind: 'clean' }, others: null };
const english: PanelView = {
  ...hurried,
  language: 'en',
  console: 'Pinduoduo',
  wait: {
    kind: 'waiting',
    seconds: 123,
    targetSeconds: 180,
    profileLabel: 'human reply',
    certainty: 'exact',
  },
};
const nobody: PanelView = {
  ...quiet,
  wait: { kind: 'nobody' },
  suggestions: { kind: 'none' },
};
const away = (page: PanelView['page']): PanelView => ({ ...nobody, page });
const waiting = (change: Partial<Extract<PanelView['wait'], { kind: 'waiting' }>>): PanelView => ({
  ...quiet,
  wait: {
    kind: 'waiting',
    seconds: 41,
    targetSeconds: 180,
    profileLabel: '人工回复',
    certainty: 'exact',
    ...change,
  },
});
const held = (choosing: boolean, change: Partial<PanelView> = {}): PanelView => ({
  ...hurried,
  screening: { kind: 'held', findings: [contact, accusing], current: 0, choosing },
  ...change,
});
const searching = (query: string, suggestions: PanelView['suggestions']): PanelView => ({
  ...quiet,
  search: { query },
  suggestions,
});
const openCase: PanelView = {
  ...quiet,
  tab: 'case',
  openCase: true,
};

/** Every state of the panel, by name; tests and the shelf draw them. */
export const views: Readonly<Record<string, PanelView>> = {
  sketch: hurried,
  'waiting in time': waiting({}),
  'waiting late': waiting({ seconds: 212 }),
  'waiting at least': {
    ...waiting({ seconds: 3723, certainty: 'at-least' }),
    others: { count: 12, longestSeconds: 640 },
  },
  'held off': { ...quiet, wait: { kind: 'held-off', seconds: 95 } },
  paused: { ...quiet, wait: { kind: 'paused' } },
  nobody: nobody,
  'several findings': {
    ...hurried,
    screening: { kind: 'found', findings: [accusing, absolute, vague], current: 1 },
  },
  hint: { ...hurried, screening: { kind: 'found', findings: [vague], current: 0 } },
  held: held(false),
  'held, choosing': held(true),
  released: { ...quiet, screening: { kind: 'released', reason: 'quoting-buyer' } },
  'rules loading': { ...quiet, screening: { kind: 'loading' }, suggestions: { kind: 'loading' } },
  'screening off': { ...quiet, screening: { kind: 'off', reason: 'no-composer' } },
  newer: {
    ...quiet,
    suggestions: {
      ...(hurried.suggestions as Extract<PanelView['suggestions'], { kind: 'list' }>),
      newer: true,
    },
    notice: { text: panelText('zh-CN')('note.inserted'), tone: 'fine', undo: true },
  },
  refused: {
    ...quiet,
    unsaved: 3,
    notice: { text: panelText('zh-CN')('note.refused'), tone: 'trouble', undo: false },
  },
  search: searching('退款', hurried.suggestions),
  'search, nothing': searching('量子', { kind: 'none' }),
  'search, fresh': searching('', { kind: 'none' }),
  case: openCase,
  today: { ...quiet, tab: 'today' },
  'today, none': { ...quiet, tab: 'today', today: null, person: null },
  loading: away({ kind: 'loading' }),
  'no conversation': { ...away({ kind: 'no-conversation' }), others: { count: 2, longestSeconds: 73 } },
  kicked: away({ kind: 'unusable', reason: 'kicked', shown: '您的账号已在其他地方登录' }),
  login: away({ kind: 'unusable', reason: 'login', shown: '' }),
  connecting: { ...away({ kind: 'unusable', reason: 'connecting', shown: '网络连接中…' }), wait: quiet.wait },
  'no permission': away({ kind: 'unusable', reason: 'no-permission', shown: '' }),
  broken: away({ kind: 'broken', missing: ['composer.field', 'message.item'] }),
  orphaned: { ...away({ kind: 'orphaned', kept: false }), unsaved: 4 },
  'orphaned, kept': { ...away({ kind: 'orphaned', kept: true }), unsaved: 4 },
  collapsed: { ...hurried, layout: { ...DEFAULT_LAYOUT, collapsed: true } },
  'collapsed, quiet': { ...nobody, layout: { ...DEFAULT_LAYOUT, side: 'left', collapsed: true } },
  narrow: { ...held(true), layout: { ...DEFAULT_LAYOUT, width: 280 } },
  wide: { ...hurried, layout: { ...DEFAULT_LAYOUT, width: 420 } },
  en: english,
  'en, held, choosing': held(true, { language: 'en', console: 'Pinduoduo', wait: english.wait }),
  'en, case': { ...openCase, language: 'en', console: 'Pinduoduo', wait: english.wait },
  'en, today': { ...english, tab: 'today', person: null },
  'en, broken': {
    ...away({ kind: 'broken', missing: ['composer.field'] }),
    language: 'en',
    console: 'Pinduoduo',
  },
};

/** As tall as a small desk's screen, as wide as the panel and a strip of the console beside it. */
export const viewport = { width: 480, height: 640 };

export default Object.fromEntries(
  Object.entries(views).map(([name, view]): [string, ComponentChild] => [
    name,
    <>
      <style>{css}</style>
      <Panel view={view} on={ignore} />
    </>,
  ]),
);
