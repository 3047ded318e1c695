import { signalsOf } from '../signals.ts';
import { conceptsOf } from './concepts.ts';
import { foldText, gramsOf, mixTerms, type Terms } from './terms.ts';

/** What replies tend to say to a concept of the buyer's: bridges 「到哪了」 to a reply that only knows 配送. */
const REPLIES: Readonly<Record<string, string>> = {
  ship: '仓库 发货 发出 安排 尽快 预计',
  order: '稍等 核实 查询 为您查 商品',
  arrive: '预计 送达 送达您手中 到货 配送',
  parcel: '物流 快递 配送 催促 联系 跟进 站点 派送 通知 到站 加急 跟踪',
  tracking: '单号 物流 查询 跟踪',
  where: '物流 送往 站点 分拣 到达 预计 送达 发货完成 准备送往 到站 跟踪',
  stuck: '抱歉 催促 联系 站点 耐心等待 跟进 核实',
  slow: '抱歉 催促 加急 耐心等待 跟进 配送 通知 跟踪 到站 不便 见谅',
  pickup: '上门 取件 预约 联系 备注 安排',
  signed: '站点 核实 配送员 联系 签收 放心',
  deliver: '配送 站点 联系 送货 预约 提前联系 手机畅通 预计 送达 通知 跟踪 到站 加急',
  damaged: '抱歉 照片 售后 申请 退换 换货 质量问题 耽误 使用',
  fault: '抱歉 售后 申请 检测 质量问题 换货 维修 厂家 麻烦 耽误 使用 客户服务 描述',
  lost: '抱歉 核实 补发 退款',
  wrong: '抱歉 核实 补发 照片 售后 申请',
  missing: '抱歉 核实 补发 照片',
  return: '申请 售后 退货 退款 退换货 客户服务 路径 上门取件 无理由 签收 拒收 质量问题 返修',
  refund: '退款 原路返还 工作日 银行卡 信用卡 储蓄卡 财务 审核 拦截 查收 款项 处理周期 跟进 放心 普通储蓄卡',
  exchange: '换货 申请 售后 审核 退换',
  reship: '补发 核实 安排',
  cancel: '取消 订单 退款 拦截 拒收 重新下单 返还 提交 财务 款项 查收 跟进 放心',
  cheaper: '价格 活动 优惠 关注',
  drop: '价保 申请 差价 价格保护 原路返还 尝试 看看',
  coupon: '优惠券 领取 使用 活动 页面',
  stock: '有货 调货 预计 到货 发货 缺货 仓库 一周',
  nostock: '缺货 到货 采购 关注 到货通知 调货 仓库 一周',
  genuine: '正品 放心 保证',
  invoice: '发票 电子发票 下载 订单完成 开具 申请 发票服务 抬头',
  pay: '支付 付款 银行卡 返还',
  address: '修改 地址 重新下单 联系',
  freight: '运费 收取 承担',
  use: '安装 说明书 厂家 联系',
  install: '安装 师傅 预约 厂家 联系 上门',
  warranty: '维修 售后 检测 质保 保修 申请',
  complain: '抱歉 反馈 处理 核实 理解 心情 不便 见谅',
  angry: '抱歉 反馈 理解 心情 不便 见谅 添麻烦',
  review: '抱歉 支持 反馈',
  hurry: '催促 加急 尽快 放心 跟进 耐心等待 配送 通知 跟踪 到站',
  yet: '抱歉 等待 催促 核实',
  when: '预计 左右 一周 时间 工作日 到货',
  audit: '审核 通过 短信 注意查看 审核意见',
  reject: '拒收 退回 退款 几天 退回来 收到 处理退款',
  remark: '备注 包装',
  fix: '核实 处理 反馈 稍等',
};

const CARD = '请问是这个商品吗 是这个订单吗 核实 商品 信息 稍等 看看 查询';
const START = '请问 有什么问题 需要 帮助 处理 咨询 之前的问题 其他的问题 描述 有什么可以为您效劳';
const DONE = '放心 跟进 其他问题 耐心等待';

/** A goods card, an order number or a link and nothing else. */
const BARE =
  /^[^\p{L}]*(?:(?:订单|商品|编号|单号|链接|快照|咨询|https?|orderid|nbsp|www|com|cn|item|html|jd)[^\p{L}]*)*$/iu;

/** Whether a reply asks for the number of an order. */
export const asksForOrder = (reply: string): boolean =>
  /(?:提供|发|给).{0,10}(?:订单号|订单编号)|(?:订单号|订单编号).{0,6}(?:提供|发|给)|(?:send|give|share|tell).{0,12}order (?:number|id)/iu.test(
    reply,
  );

/** Whether a reply asks what the matter is. */
export const opensChat = (reply: string): boolean =>
  /有什么.{0,8}(?:帮|效劳|问题)|咨询之前|描述.{0,6}问题|how (?:can|may) (?:i|we) (?:help|assist)/iu.test(
    reply,
  );

/** Adds the words that agents open a chat with. */
export function addOpening(into: Terms, weight: number): void {
  mixTerms(into, gramsOf(START), weight);
}

/** Adds the words that replies to this message tend to have, `weight` times. */
export function addHabits(into: Terms, text: string, weight: number): void {
  const folded = foldText(text);
  for (const { name } of conceptsOf(folded)) {
    const words = REPLIES[name];
    if (words !== undefined) mixTerms(into, gramsOf(words), weight);
  }
  const flow = flowOf(text);
  if (flow !== null) mixTerms(into, gramsOf(flow), weight);
}

function flowOf(text: string): string | null {
  if (/\d/.test(text) && BARE.test(text)) return CARD;
  const { class: kind } = signalsOf(text, 'text', { hash: '' });
  if (kind === 'greeting') return START;
  return kind === 'thanks' || kind === 'goodbye' ? DONE : null;
}
