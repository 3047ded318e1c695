/**
 * Words of the trade that mean the same to whoever must answer: a buyer's 「裂了」, 「碎了」, 「破的」 all ask for what
 * is done about damage. Longest word wins where several begin.
 */
const OF_THE_TRADE: Readonly<Record<string, string>> = {
  ship: '寄 寄到 发货 发出 寄出 寄出来 发出来 发走 出库 发吗 发不 发呢 发啊 没发 不发 快发 能发 未发 晚发 再发 先别发 发得出 待发货 发货时间 ship shipped dispatch sent',
  buy: '买 购买 购 买给 送女朋友 送男朋友 送老婆 选什么好',
  order: '拍 下单 拍下 拍了 拍的 现在拍 今天拍 订单 单子 这单 那单 两单 order ordered orders',
  arrive:
    '到货 能到 送到 收到货 到手 没到 才到 到不 到得 到得了 几天到 路上走 收得到 寄到 几号到 哪天到 arrive arrives delivery',
  parcel: '快递 包裹 物流 快件 parcel package tracking',
  carrier: '顺丰 中通 圆通 申通 韵达 极兔 邮政 京东快递 ems 哪家快递 什么快递 什么物流',
  tracking: '单号 运单 运单号 快递单号 快递号',
  where: '到哪 在哪 走到哪 哪儿了 哪里了 哪了 where',
  stuck: '不更新 没更新 没动 不动 卡住 卡在 停在 停了 没有动静 没动静 不走了 没有更新 stuck moved moving',
  slow: '太慢 好慢 这么慢 这么久 半天 一个星期 一周 一礼拜 一个礼拜 好几天 几天了 天了 这么多天',
  pickup: '揽收 揽件 收件 取件 上门取 来取 没人取 收走',
  signed: '签收 代签 签的 签了 本人签 delivered',
  locker: '楼上 驿站 快递柜 柜子 丰巢 代收点 送上楼 不上楼 没送上门 送上门',
  deliver: '派送 派件 送货 配送 再送 改天送 周末送',
  damaged:
    '裂 裂了 碎 碎了 破 破了 破的 烂 摔坏 压坏 压扁 压烂 磕 漏了 洒了 断了 破损 变形 磕掉 broken damaged cracked crushed',
  fault:
    '坏了 坏的 毛病 瑕疵 质量问题 有问题 不好使 没反应 开胶 开线 脱线 线头 划痕 有个洞 破洞 污渍 开不了机 充不进 不通电 不亮 不转 defective',
  lost: '丢了 丢件 弄丢 找不到 找不着 不见了 lost',
  wrong: '发错 寄错 不是我买 不是我要 跟订单不 跟下单的 给我发了 你给我发 发成 wrong',
  missing: '少了 少发 漏发 缺了 没给我 没配 少一 缺东西 没有赠品 只有两 只收到 missing',
  mismatch:
    '不符 图上 页面写 页面上 描述的 两回事 两码事 跟图 和图 色差 描述 差太远 差太多 差很多 图片和实物',
  return: '退 退货 退回 想退 要退 能退 可以退 给退 退不 退掉 怎么退 退了 退吗 能退不 退换 return',
  refund: '退款 退钱 钱退 退的钱 返款 到账 退我 refund money',
  exchange: '换 换货 换个 换一 想换 能换 换大 换小 换成 调换 给换 换吗 换的 exchange',
  reship: '补发 重发 重新发 补寄 重新寄 再寄 再发一 补的 补一个 补给',
  cancel: '取消 撤销 撤掉 撤了 不要了 不想要 点错 cancel',
  cheaper: '便宜 优惠点 少点 打折 砍价 抹零 抹了 零头 最低 太贵 贵了 有点贵 实惠 平价 cheaper discount price',
  drop: '再降 会降 降不降 降价 掉价 差价 价保 保价 就便宜 就掉了 掉了',
  coupon: '券 优惠券 优惠卷 满减 红包 折扣 优惠 活动 coupon voucher code promo',
  total: '总共 一共 到手价 凑单 折后 实付 怎么算 帮我算 总价',
  gift: '送的 赠品 礼品 礼物 小样 送东西 送点 送啥 送什么东西 送吗',
  stock: '有货 现货 库存 还有吗 还剩 剩几 stock',
  nostock: '缺货 没货 补货 断货 无货 卖完 补上 没了 还会进',
  option: '颜色 什么色 蓝色 红色 黑色 白色 绿色 粉色 灰色 黄色 紫色 米色 加绒 款式 别的色 color colour',
  size: '尺码 大码 码数 什么码 几码 多大码 什么号 几号码 大号 小号 大一码 小一码 大一号 身高 体重 偏大 偏小 公斤 size',
  material:
    '材质 面料 料子 什么料 质量怎么样 质量好 质量行 做工 起球 掉色 耐用 结实 真皮 纯棉 material quality',
  genuine: '正品 真货 假的 假货 专柜 授权 保真 真假 防伪 genuine authentic original fake',
  invoice: '发票 专票 开票 税号 抬头 报销 电子票 invoice receipt',
  pay: '付款 支付 付钱 付了 付过 付好 花呗 分期 代付 扣款 扣了 货到付款 给钱 pay payment paid',
  later: '晚点付 明天付 再付 先拍 晚点给 等会付 晚上付',
  address: '地址 收货人 收件人 门牌 楼号 电话号码 收货人电话 寄到公司 寄到单位 address',
  freight: '运费 邮费 包邮 快递费 邮资 免邮 postage shipping',
  remote: '新疆 西藏 内蒙古 海南 偏远',
  use: '怎么用 安装 组装 教程 说明书 使用方法 怎么装 操作 第一次用 第一回用 manual instructions',
  spec: '充电头 充电器 充电线 电池 型号 长宽高 净重 多重 毫升 几个装 一盒 一箱 尺寸 容量 功率 配件 包含 带不带 dimensions',
  warranty: '修 保修 质保 维修 怎么修 过保 找谁修 能修 warranty repair',
  photo: '照片 图片 视频 拍照 发你了 图发 photo photos picture video',
  shot: '实拍 实物图 买家秀 效果图',
  smell: '味道 异味 怪味 味儿 好臭 刺鼻 甲醛',
  shelf: '保质期 生产日期 临期 过期 日期新鲜',
  used: '标签 吊牌 二手 使用痕迹 别人用过 用过的 旧的 退回来的货',
  who: '孕妇 敏感肌 宝宝 小孩 老人 儿童 婴儿 过敏体质 哺乳期 几岁',
  wash: '机洗 水洗 手洗 怎么洗 保养 清洁 清洗 洗碗机',
  shrunk: '缩水 洗了 洗一次 洗一水',
  bulk: '批发 团购 量大 采购 拿货 起批 wholesale bulk',
  differ: '区别 不一样 哪个好 选哪 对比 差别 差在哪 哪款好 这俩 这两款 difference',
  advise: '推荐 挑一 挑个 送人 送朋友 给我妈 给爸妈 给老人 帮我挑 帮我选 recommend',
  presale: '预售 定金 尾款',
  angry:
    '说几遍 说了几遍 说多少遍 气死 气人 垃圾 骗子 坑人 太坑 差劲 无语 破店 太差 terrible disappointed unacceptable',
  complain: '投诉 举报 12315 消协 消费者协会 消费者 曝光 介入 工商 dispute complain',
  review: '差评 好评 评价 一星 星 review',
  attitude: '态度 说话难听 怎么说话 敷衍 爱答不理 骂人 难听',
  waiting: '人呢 没人 不回 不理我 没回 回复 回话 回我 答复 半天不',
  human: '转人工 人工 机器人 真人 换个客服 转接',
  boss: '主管 领导 经理 店长 负责人 能做主',
  harm: '过敏了 红疹 冒烟 漏电 烫伤 不舒服 拉肚子 火花 异物 发痒 rash',
  fraud: '诈骗 冒充 转账 泄露 陌生人 验证码',
  remark: '备注 贺卡 包装 打包 包严实 严实',
  weather: '大雪 下雪 暴雪 暴雨 台风 停运 春节 过年 国庆 停发',
  reject: '拒收 验货 打开检查 当面 先打开 再签',
  opened: '拆过 拆开过 被人拆 胶带 封口',
  install: '师傅 上门装 上门安装 包安装',
  elsewhere: '私下 联系方式 加个好友 别的方式 转给你',
  warehouse: '仓库',
  fix: '弄好 帮我查 查一下 查查 查查看 有结果 处理 解决 说法 方案',
  audit: '驳回 审核 拒绝我 被拒 凭证 不通过 没通过',
  newer: '新品 上新 新款',
  old: '老客 老顾客 会员 积分 回头客',
  first: '第一次买 头一回 新人 首单 第一次在',
};

/** Words that shape a question and say little of what it is about. */
const OF_ASKING: Readonly<Record<string, string>> = {
  when: '多久 什么时候 啥时候 啥时 何时 几时 几天 多长时间 几号 哪天 几点 多少天 什么时间 什么时候能 when long',
  many: '多少钱 多少 几个 价钱 什么价 much many',
  why: '为什么 为啥 怎么回事 咋回事 凭什么 凭啥 什么情况 why',
  how: '怎么 咋 如何 怎样 咋整 怎么弄 怎么办 怎么处理 how',
  yet: '还没 还不 咋还 怎么还 still',
  hurry: '急 着急 快点 赶紧 尽快 催 催催 抓紧 急用',
};

interface Concept {
  readonly name: string;
  readonly trade: boolean;
}

const WORDS = new Map<string, Concept>();
for (const [table, trade] of [
  [OF_ASKING, false],
  [OF_THE_TRADE, true],
] as const) {
  for (const [name, words] of Object.entries(table)) {
    for (const word of words.split(' ')) WORDS.set(word, { name, trade });
  }
}
const LONGEST = 5;
const LATIN_OR_DIGIT = /[a-z0-9]/;

/** The concepts of a folded text in order, each once. */
export function conceptsOf(folded: string): Concept[] {
  const found: Concept[] = [];
  let at = 0;
  while (at < folded.length) {
    let step = 1;
    if (LATIN_OR_DIGIT.test(folded[at] ?? '')) {
      while (LATIN_OR_DIGIT.test(folded[at + step] ?? '')) step += 1;
      note(found, WORDS.get(folded.slice(at, at + step)));
    } else {
      for (let length = LONGEST; length > 0; length--) {
        const concept = WORDS.get(folded.slice(at, at + length));
        if (!concept) continue;
        note(found, concept);
        step = length;
        break;
      }
    }
    at += step;
  }
  return found;
}

function note(found: Concept[], concept: Concept | undefined): void {
  if (concept && !found.includes(concept) && !found.some(({ name }) => name === concept.name))
    found.push(concept);
}

/** Whether a folded text speaks of trade at all, and not only of the weather. */
export const speaksOfTrade = (folded: string): boolean => conceptsOf(folded).some(({ trade }) => trade);
