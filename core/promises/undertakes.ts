/** What our side does for a buyer. Arriving, crediting and the like are not here: others do them. */
const DEEDS =
  '发货|发出|发走|寄出|寄|补发|重发|补寄|补上|补齐|补给|发给您|发给你|发您|发你|送到|送给|换货|换新|换一|更换|调换|退款|退货款|退给|退还|退回给|退运费|退差价|补差|补偿|赔付|赔偿|理赔|打款|转给|转您|返现|返还|减免|报销|承担|联系|回复|答复|回话|回电|回访|回您|回你|来电|致电|打电话|电话给|通知|反馈|跟进|跟踪|跟单|处理|解决|安排|核实|核查|查清|查明|查询|查到|确认|催|加急|申请|登记|备注|提交|上报|上传|汇报|转达|转交|拦截|撤回|修改|改好|改成|改价|调整|开票|开发票|开好|开给|开具|补开|更新(?!物流)|上架|补货|到位|调货|留货|预留|留意|关注|盯|落实|说法|结果|答案|交代|消息|方案|准信|告知|告诉|拍照|拍给|拍视频|测量|量好|请示|协调|审核|审批|打包|出库|出货|备货|配货|检查|检测|维修|修好|上门|取件|揽收|整理|发一份|发过|发送|送上|给到|追踪|盘点|下架|赠送|送您|送你|退您|退你|补您|补你|赔您|赔你|打给您|打给你|派';
/** Short words that are deeds only when done for the buyer or at a time. */
const SHORT_DEEDS =
  '[给帮为替](?:您|你|亲)(?:重新|再|多|也|先|一起|免费|单独)?[发寄补换退改送催查打开留配赔拍做弄]|(?:先|再|就|一起|[天号日晚点早午内])发(?!现|票|生|布|热)';
/** 「发出后」 is a time, no deed. */
const DEED = new RegExp(`(?:${DEEDS}|${SHORT_DEEDS}|能发(?!票))(?!(?:之|以)?后(?!天))`, 'u');
/** Who we are. */
const OURS =
  /我们|我方|我司|我这|我给|我帮|我来|我去|我会|我将|我再|我先|我就|我马上|我[^们]|咱们?家?|这边|本店|小店|店里|店铺|小妹|小二|客服|专员|主管|店长|经理|领导|同事|仓库|仓储|售后|财务|技术|工作人员|团队|后台(?!会?显示)|师傅/u;
const FOR_YOU = /[给帮为替跟和向与](?:您|你|亲)/u;
const WILL =
  /会(?!员|议|话|吗|不会)|将|一定|务必|保证|承诺|必定|肯定|负责|来(?=处理|解决|承担|安排|跟进|帮|给)|这就|继续|持续/u;

/** Before a deed of ours, these make it somebody else's. */
const BUYER_ACTS =
  /^(?:亲亲?|那|就|嗯)?[您你](?!的|好|这|那|放心|稍|别|反馈|拍|看到)|(?:联系|告诉|告知|通知|反馈给?|回复|提供给?|发给?)(?:我(?!帮|给|会|来)|客服)|(?<!申)请(?!示|放心)|麻烦|辛苦(?!了)|劳烦|烦请|需要[您你]|(?<![给帮为替跟和向与对让])[您你](?:这边)?(?:需要?|要|可以|可|能|先|再|把|在|那边|自己|自行|记得|得|应|尽快|及时|务必|方便|明天|今天|收到|拍|寄|提交|申请|确认|联系|退|签收|下单|付款|看|说|要求|当时|之前)|建议|记得|买家|顾客|客户(?!服)|消费者|自行|如需|需在|须在|要在|应在/u;
const OTHERS_ACT =
  /(?<![走发用叫系让催跟和找向问与换的])(?:快递(?!单)|物流|配送员|派送员|快递员|骑手|站点|驿站|网点|平台|官方|系统|银行|支付宝|微信|花呗|厂家|厂商|品牌方|供应商|海关|顺丰|中通|圆通|申通|韵达|极兔|邮政|京东|菜鸟|商家|卖家|第三方|小二介入)/u;
/** Not our deed although we are named: 「我们联系快递」 is ours, 「快递会联系您」 is theirs. */
const DENIES =
  /不(?!好意思|客气|便|是|差|过|起|超过|晚于|迟于|管|论|急|着急|用担心|用着急|到位|久|断|了解|满意|对|合适|小心|影响二次)|没(?!问题|事|关系)|无法|未(?!来)|别(?:急|担心)?(?=发|寄|给)|勿|难以|拒绝|取消不/u;
/** What can be done by a day that is named is said to be done by then: 「后天能发」. */
const CAN = /能(?:给|帮|为)?(?:您|你)?(?:发|寄|出|退|补|处理|解决|安排)/u;
const OFFERS = /可以|可(?=[为帮给申])|能够|能(?!耐)|支持|要不要|是否|需不需要|愿意/u;
const POLICY =
  /一般|通常|平时|默认|正常(?:情况)?|规定|规则|政策|制度|原则上|统一(?!发|寄|安排|处理)|都是|均|每天|每日|每周|历来|向来|惯例|即可|就可以|就行|预售|定金|时效(?:是|为)|时间(?:是|为)|标准|服务(?:是|为)|(?:拍下|下单|付款|支付|成交|发货|购买|拍)(?:后|之后|以后)(?![^，]{0,6}我)|当天(?:下单|付款|拍)|现货(?:是|均|都)|点前(?:下单|付款|拍)|承诺(?:[^，]{0,6})(?:正品|无理由|包邮|发货时间)|无理由|包邮|质保|保修|^是/u;
const FACT_END = /的(?:哦|呢|哈|啦|呀|噢|亲)?$/u;
const IS = /(?:我们|本店|店铺|小店|这边|仓库|店里)?(?:都|全部|均|全)?是/u;
const DONE =
  /已经?(?!经?收到您)|刚刚?(?!好)|刚才|昨[天日晚]|前[天日]|上(?:周|个?月|次)|^(?:我们?|这边)?之前(?!答应|说好|承诺)|方才|早就(?!去|给|会)|[打催系问回查]过(?!来|去)|去年|曾/u;
const DONE_END =
  /(?:上|好|完|过|出|走|到|给|催|请|款|货|交|记|系|复|理|排|实|馈|达|改|发|寄|注|进)了(?:的|哦|呢|哈|啦|呀|噢|亲|一次|一下)*$|过了|完毕/u;
const PERHAPS = /可能|也许|或许|大概率?会?|应该|说不定|希望|但愿|想要|打算/u;
const QUESTION =
  /[吗么]$|吗[呢呀]?$|好不好|行不行|可不可以|能不能|怎么|什么时候|如何|哪|谁|要不|还是(?=给|帮|退|换)/u;
const SMALL_HELP = /(?:看|查|核实|确认|了解)(?:一?下|看|一看|一查|询一下)|登记|备注|记录|记下|稍等|等一?下/u;

/** Whether what a clause says happens only if something else does. */
export const CONDITION =
  /如果|要是|若(?!干)|假如|倘若|万一|只要|一旦|除非|的话|如(?:有|您|果|还|需|遇|实在|确)|的情况下|等(?!级|候|待|等)(?:[^，]{0,12})(?:后|了|好|完|到|回|就)|(?:收到|到货|到仓|到账|签收|退回|寄回|审核|核实|确认|通过|查到|回复|上架|补货|付款|下单|拍下|提供|回来|入库|有货|结束|完成|登记|提交)[^，]{0,8}(?:之后|以后|(?<!售)后(?!天)|了?就|再)|有(?:了)?(?:货|结果|消息|进展|回复|更新|新|反馈)[^，]{0,4}(?:之后|以后|后|就|会|马上|立即|立刻|第一时间|及时|再|了)|一(?:到|有|收到|出|旦)[^，]{0,8}(?:就|马上|立刻|立即)|届时/u;

export interface Judged {
  readonly undertakes: boolean;
  /** Whether its time depends on something. */
  readonly conditional: boolean;
}

const NOTHING: Judged = { undertakes: false, conditional: false };

/**
 * Whether a clause is something that our side takes upon itself to do: a deed of ours, by us or for the buyer or at
 * a time to come, and not a question, an offer, a rule of the shop, a thing done, a denial, or somebody else's part.
 * `before` is the clause before it in the same sentence.
 */
export function judge(
  clause: string,
  { timed, asks, before }: { readonly timed: boolean; readonly asks: boolean; readonly before: string },
): Judged {
  if (asks || QUESTION.test(clause)) return NOTHING;
  const condition = CONDITION.exec(clause);
  const main = condition ? clause.slice(condition.index + condition[0].length) : clause;
  const deed = lastOf(DEED, main);
  if (deed < 0) return NOTHING;
  const ours = OURS.test(main);
  const forYou = FOR_YOU.test(main);
  const toCome = WILL.test(main) || timed;
  const named = ours || forYou;
  if (!named && !toCome && !condition) return NOTHING;
  if (!toCome && !condition && !forYou && !/我|这边/u.test(main.slice(0, deed))) return NOTHING;
  if (someoneElse(main, deed)) return NOTHING;
  if (DENIES.test(main) || PERHAPS.test(main) || DONE.test(main)) return NOTHING;
  if (OFFERS.test(main.slice(0, deed)) && !WILL.test(main) && !(timed && CAN.test(main))) return NOTHING;
  if (DONE_END.test(main) && !toCome) return NOTHING;
  if (POLICY.test(clause) && !(ours && (forYou || WILL.test(main)))) return NOTHING;
  if (POLICY.test(before) && !named && !WILL.test(main)) return NOTHING;
  if (IS.test(main) && FACT_END.test(main) && !WILL.test(main)) return NOTHING;
  if (!toCome && SMALL_HELP.test(main)) return NOTHING;
  return { undertakes: true, conditional: condition !== null };
}

/** Where a pattern last begins at or before `until`; -1 if nowhere. */
function lastOf(pattern: RegExp, text: string, until: number = text.length): number {
  let at = -1;
  for (const { index } of text.matchAll(new RegExp(pattern, 'gu'))) if (index <= until) at = index;
  return at;
}

/** Whether somebody who is not of us stands before the deed, with nobody of us after them. */
function someoneElse(main: string, deed: number): boolean {
  const us = lastOf(OURS, main, deed);
  const helped = lastOf(FOR_YOU, main, deed);
  if (lastOf(BUYER_ACTS, main, deed) > Math.max(us, helped)) return true;
  const others = lastOf(OTHERS_ACT, main, deed);
  if (others < 0) return false;
  return us < 0 ? !/[帮替为][您你亲]/u.test(main) : others > us && /[会将]/u.test(main.slice(others, deed));
}
