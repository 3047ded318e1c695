import type { Exclusion, Ignored } from './unit.ts';

export type Language = 'zh-CN' | 'en';

/** How a wait explains itself. Numbers and times come formatted. */
export interface Words {
  readonly joint: string;
  readonly buyer: string;
  readonly agent: string;
  readonly robot: string;
  readonly handover: string;
  readonly nobody: string;
  seconds(text: string): string;
  ignored(what: Ignored, times: number): string;
  more(times: number): string;
  readonly unansweredBeside: string;
  unansweredCap(seconds: string): string;
  readonly unansweredMissed: string;
  capped(seconds: string): string;
  late(time: string): string;
  transferred(to: string | null): string;
  readonly sessionOver: string;
  sessionBegan(time: string): string;
  readonly handoverUnseen: string;
  readonly holding: string;
  substantive(seconds: string): string;
  readonly uncertain: string;
  readonly stillOpen: string;
  readonly tied: string;
  readonly left: string;
  readonly dutyUnknown: string;
  readonly measured: { readonly mono: string; readonly wall: string };
  readonly excluded: Readonly<Record<Exclusion, string>>;
}

const ZH_IGNORED: Readonly<Record<Ignored, string>> = {
  welcome: '欢迎语',
  robot: '机器人消息',
  system: '系统消息',
  unknown: '发送人不明的消息',
  greeting: '仅问候的回复',
  holding: '安抚回复',
};

const EN_IGNORED: Readonly<Record<Ignored, string>> = {
  welcome: 'welcome message',
  robot: 'robot message',
  system: 'system message',
  unknown: 'message of an unknown sender',
  greeting: 'bare greeting',
  holding: 'holding reply',
};

const ZH: Words = {
  joint: '；',
  buyer: '买家',
  agent: '客服',
  robot: '机器人',
  handover: '转人工',
  nobody: '没有人工回复',
  seconds: (text) => `${text} 秒`,
  ignored: (what, times) => `${ZH_IGNORED[what]}${times > 1 ? ` ${times} 条` : ''}不算`,
  more: (times) => `其间买家又发 ${times} 条`,
  unansweredBeside: '漏回，不计入均值，另计',
  unansweredCap: (seconds) => `漏回，按上限 ${seconds} 秒计`,
  unansweredMissed: '漏回，计为未达标',
  capped: (seconds) => `按上限 ${seconds} 秒计`,
  late: (time) => `超过时限 ${time}`,
  transferred: (to) => `未回复即转接${to === null ? '' : `给 ${to}`}，记在原账号`,
  sessionOver: '会话已结束',
  sessionBegan: (time) => `会话始于 ${time}`,
  handoverUnseen: '没看到转人工，从买家首条消息算起',
  holding: '安抚回复',
  substantive: (seconds) => `实际答复 ${seconds} 秒`,
  uncertain: '时间不确定，不计入',
  stillOpen: '仍在时限内，暂不计',
  tied: '同一时刻的消息按输入顺序排',
  left: '当时无客服在岗，计为留言',
  dutyUnknown: '没有上岗记录或排班，无法判断是否留言',
  measured: { mono: '按本机单调时钟', wall: '按本机时间' },
  excluded: {
    'outside-hours': '不在统计时段，不计',
    offline: '当时无客服在岗，算留言，不计',
    'seller-initiated': '由卖家发起，不计',
    'robot-resolved': '由机器人接待，不计',
    goodbye: '买家道别或致谢，不需回复',
    'outside-window': '早于统计周期，不计',
  },
};

const EN: Words = {
  joint: '; ',
  buyer: 'buyer',
  agent: 'agent',
  robot: 'robot',
  handover: 'handed over',
  nobody: 'no human reply',
  seconds: (text) => `${text} s`,
  ignored: (what, times) =>
    times > 1 ? `${times} × ${EN_IGNORED[what]} ignored` : `${EN_IGNORED[what]} ignored`,
  more: (times) => `${times} more from the buyer meanwhile`,
  unansweredBeside: 'unanswered, counted beside the mean',
  unansweredCap: (seconds) => `unanswered, counts as the cap of ${seconds} s`,
  unansweredMissed: 'unanswered, counts as missed',
  capped: (seconds) => `counts as the cap of ${seconds} s`,
  late: (time) => `due by ${time}`,
  transferred: (to) =>
    `transferred${to === null ? '' : ` to ${to}`} without a reply, stays with the first account`,
  sessionOver: 'the session ended',
  sessionBegan: (time) => `session began ${time}`,
  handoverUnseen: "hand-over not seen, timed from the buyer's first message",
  holding: 'a holding reply',
  substantive: (seconds) => `answered in substance after ${seconds} s`,
  uncertain: 'time uncertain, not counted',
  stillOpen: 'may still be answered in time, not counted yet',
  tied: 'messages of the same moment stand in input order',
  left: 'nobody on duty then, counts as a left message',
  dutyUnknown: 'no record of duty and no roster, so nobody can tell a left message',
  measured: { mono: 'by this machine’s monotonic clock', wall: 'by this machine’s wall clock' },
  excluded: {
    'outside-hours': 'outside counting hours, not counted',
    offline: 'nobody on duty then, a left message, not counted',
    'seller-initiated': 'begun by the seller, not counted',
    'robot-resolved': 'handled by a robot alone, not counted',
    goodbye: 'goodbye or thanks, needs no answer',
    'outside-window': 'before the counted period',
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { 'zh-CN': ZH, en: EN };
