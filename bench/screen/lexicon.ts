import { type Choose, chooser } from './random.ts';

/**
 * Made-up phrases of the kinds that lists of forbidden words hold: things not to do with an object (half of them),
 * rare words and names (a third), Latin words (15 %). Mean length about 6 UTF-16 units. The same for every run.
 */
export function lexiconOf(size: number): string[] {
  const choose = chooser(size);
  const phrases = new Set<string>();
  while (phrases.size < size) {
    const kind = choose.below(100);
    phrases.add(kind < 50 ? compound(choose) : kind < 85 ? rare(choose) : latin(choose));
  }
  return [...phrases];
}

const VERBS =
  '代购 出售 求购 转卖 倒卖 私下买 低价收 高价收 伪造 仿造 破解 盗用 偷拍 冒充 骗取 套取 刷 代刷 代办 代开 定制 出租 租借 回收 抵押 质押 提供 传播 散布 兜售 贩卖 走私 改装 拆卖 私拆 截留 扣留 隐瞒 虚报 夸大'.split(
    ' ',
  );
const OBJECTS =
  '发票 收据 证件 账号 会员 流水 订单 好评 差评 信用 积分 红包 优惠券 礼品卡 话费 流量 银行卡 手机卡 身份证 驾驶证 毕业证 资格证 名牌包 手表 香烟 白酒 药品 处方药 减肥茶 美白针 祛斑霜 壮阳药 假发 象牙 玉石 古董 邮票 门票 车票 机票'.split(
    ' ',
  );
const MANNERS = ['', '私下', '长期', '大量', '当面', '匿名', '低价', '上门', '线下', '批量'];
const ENDS = ['', '联系我', '包过', '渠道', '价格表', '一手货', '代理', '教程', '软件', '团队'];

const compound = (choose: Choose): string =>
  choose.of(MANNERS) + choose.of(VERBS) + choose.of(OBJECTS) + (choose.below(2) === 0 ? choose.of(ENDS) : '');

/** Two to six characters of everyday writing in no order that means anything. */
const rare = (choose: Choose): string =>
  Array.from({ length: 2 + choose.below(5) }, () => String.fromCharCode(0x4e00 + choose.below(0x4e00))).join(
    '',
  );

const latin = (choose: Choose): string =>
  Array.from(
    { length: 2 + choose.below(3) },
    () => choose.of([...'bcdfghklmnprst']) + choose.of([...'aeiou']),
  ).join('') + choose.of(['', 'x', 'ng', 'st']);
