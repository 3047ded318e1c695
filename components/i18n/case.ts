import type { Language } from './language.ts';
import { textIn } from './panel.ts';

/** The case form's words, both languages side by side: [zh-CN, en]. */
export const caseWords = {
  'case.empty': [
    '这个会话还没有跟进单。选好问题分类就能登记，结案前一直在这里。',
    'No case in this conversation yet. Pick a category to open one; it stays here until closed.',
  ],
  'case.opened': ['{time} 登记', 'Opened {time}'],
  'case.category': ['问题分类', 'Category'],
  'case.logistics': ['物流', 'Delivery'],
  'case.payment_refund': ['支付/退款', 'Payment, refund'],
  'case.return_exchange': ['退换货', 'Returns'],
  'case.product': ['商品', 'Product'],
  'case.coupon_promotion': ['优惠活动', 'Promotions'],
  'case.order': ['订单', 'Order'],
  'case.invoice': ['发票', 'Invoice'],
  'case.complaint': ['投诉', 'Complaint'],
  'case.note': ['备注：问题、已答应的事、下一步', 'Note: problem, promises, next step'],
  'case.open': ['登记', 'Open case'],
  'case.save': ['保存', 'Save'],
  'case.close': ['结案：', 'Close:'],
  'outcome.solved': ['已解决', 'Solved'],
  'outcome.handed-over': ['已转交', 'Passed on'],
  'outcome.withdrawn': ['买家撤回', 'Withdrawn'],
  'note.case-opened': ['跟进单已登记', 'Case opened'],
  'note.case-saved': ['跟进单已保存', 'Case saved'],
  'note.case-closed': ['跟进单已结案', 'Case closed'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type CaseKey = keyof typeof caseWords;

/** Says a key of the case form in one language, its `{name}` places filled. */
export type SayCase = (key: CaseKey, values?: Readonly<Record<string, string | number>>) => string;

export const caseText = (language: Language): SayCase => textIn(caseWords, language);
