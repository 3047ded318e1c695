import '../panel/panel.css';
import './case.css';
import { foldCases } from '../../core/cases.ts';
import type { BuyerCard, DeskCatalogue, DeskDoing } from '../../core/desk.ts';
import type { ChatEvent } from '../../core/event.ts';
import { foldFollowUps } from '../../core/follow-ups/follow-up.ts';
import { CaseForm } from './CaseForm.tsx';
import type { CaseFormView } from './view.ts';

const OPENED = Date.UTC(2026, 10, 20, 6, 5);
const MINUTE = 60_000;

const catalogue: DeskCatalogue = {
  forms: [
    {
      id: 'returns',
      title: '产品退换货汇总表',
      titleEn: 'Returns register',
      categories: ['return_exchange'],
      quick: ['order'],
      complete: ['amount', 'return-kind'],
      fields: [
        {
          id: 'buyer-id',
          title: '客户ID',
          titleEn: 'Buyer ID',
          type: { kind: 'personal', what: 'name', max: 80 },
        },
        { id: 'order', title: '订单编号', titleEn: 'Order', type: { kind: 'code' } },
        { id: 'amount', title: '金额', titleEn: 'Amount', type: { kind: 'money' } },
        {
          id: 'return-kind',
          title: '类别',
          titleEn: 'Kind',
          type: {
            kind: 'choice',
            options: [
              { id: 'return', title: '退货', titleEn: 'Return' },
              { id: 'exchange', title: '换货', titleEn: 'Exchange' },
            ],
          },
        },
      ],
    },
  ],
  flows: [
    {
      id: 'return-exchange',
      title: '退换货',
      titleEn: 'Returns',
      scope: 'case',
      categories: ['return_exchange'],
      variants: [],
      nodes: [
        {
          id: 'accept',
          title: '受理客户意见',
          titleEn: 'Accept',
          does: '问清为什么退换。',
          role: 'agent',
          limit: { minutes: 10 },
        },
        {
          id: 'settle',
          title: '商定退换货',
          titleEn: 'Settle',
          does: '和买家定下退货还是换货。',
          role: 'agent',
          choices: [
            { id: 'return', title: '退货', titleEn: 'Return', skips: [] },
            { id: 'exchange', title: '换货', titleEn: 'Exchange', skips: [] },
          ],
        },
      ],
    },
  ],
  authority: {
    ranks: [
      { role: 'agent', title: '客服', titleEn: 'Agent', upTo: 20 },
      { role: 'supervisor', title: '客服主管', titleEn: 'Supervisor', upTo: null },
    ],
  },
  rules: [
    {
      id: 'amount',
      title: '超出补偿权限',
      titleEn: 'Beyond authority',
      when: { kind: 'beyond-authority' },
      to: 'supervisor',
    },
  ],
};

/** What the log makes of these acts, a minute apart. */
function cardOf(
  ...acts: readonly (DeskDoing | Extract<ChatEvent, { kind: 'promise-made' | 'case-escalated' }>)[]
): BuyerCard {
  const events = acts.map(
    (act, at) =>
      ({
        id: `e${at}`,
        at: OPENED + at * MINUTE,
        mono: at,
        bootId: 'b',
        seq: at,
        person: '小柚',
        conversation: 'p1',
        place: { console: 'pinduoduo', shop: '山货铺', seat: 'unknown' },
        ...act,
      }) as ChatEvent,
  );
  const cases = foldCases(events);
  return {
    conversation: 'p1',
    open: cases.find(({ closed }) => closed === null) ?? null,
    earlier: cases.filter(({ closed }) => closed !== null),
    followUps: foldFollowUps(events),
    tags: ['老客户'],
    note: '爱问发货时间',
  };
}

const base: CaseFormView = {
  language: 'zh-CN',
  conversation: 'c1',
  card: { kind: 'known', catalogue, card: { ...cardOf(), tags: [], note: '' } },
  known: { order: '261102-1', 'buyer-id': '果果' },
  suggested: null,
  notice: null,
  person: '小柚',
  now: OPENED + 60 * MINUTE,
  timeZone: 'Asia/Shanghai',
};
const opened: DeskDoing[] = [
  { kind: 'case-opened', case: 'k1', category: 'return_exchange' },
  { kind: 'case-changed', case: 'k1', fields: { question: '杯子到货碎了，要换新', order: '261102-1' } },
];
const promised = {
  kind: 'promise-made',
  promise: 'p',
  message: 'm',
  due: OPENED + 30 * MINUTE,
  words: '今天下午给您补发',
} as Extract<ChatEvent, { kind: 'promise-made' }>;
const withCard = (card: BuyerCard): CaseFormView => ({ ...base, card: { kind: 'known', catalogue, card } });

/** Every state of the case part, by name; tests and the shelf draw them. */
export const views: Readonly<Record<string, CaseFormView>> = {
  loading: { ...base, card: { kind: 'loading' } },
  failed: { ...base, card: { kind: 'failed' } },
  none: base,
  suggested: { ...base, suggested: 'logistics' },
  open: withCard(cardOf(...opened)),
  promised: withCard(cardOf(...opened, promised)),
  'in flow': withCard(
    cardOf(...opened, { kind: 'case-flow', case: 'k1', flow: 'return-exchange', variant: null }),
  ),
  'in flow, second node': withCard(
    cardOf(
      ...opened,
      { kind: 'case-flow', case: 'k1', flow: 'return-exchange', variant: null },
      { kind: 'case-node', case: 'k1', node: 'accept', done: true, choice: null },
    ),
  ),
  escalated: withCard(
    cardOf(...opened, { kind: 'case-escalated', case: 'k1', rule: 'amount', to: 'supervisor' } as never),
  ),
  'closed before': withCard(cardOf(...opened, { kind: 'case-closed', case: 'k1', outcome: 'solved' })),
  saved: { ...withCard(cardOf(...opened)), notice: { key: 'note.case-saved' } },
  english: { ...withCard(cardOf(...opened, promised)), language: 'en' },
};

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <aside key={name} class="cs at-right" style={{ width: '340px', height: '600px' }}>
      <div class="scroll">
        <CaseForm view={view} on={() => undefined} newId={() => 'new'} />
      </div>
    </aside>,
  ]),
);
export const viewport = { width: 380, height: 640 };
