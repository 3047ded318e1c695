import { type Choose, chooser } from '../screen/random.ts';

const WHO = '您好 亲 亲亲 家人 朋友 顾客 老板 同学 宝 您'.split(' ');
const WHAT =
  '保温杯 行李箱 电饭煲 台灯 羽绒服 运动鞋 面膜 洗发水 耳机 充电宝 沙发套 窗帘 儿童推车 积木 奶粉 猫粮 狗绳 鱼缸 帐篷 登山包 雨伞 床单 枕头 毛巾 菜刀 砧板 炒锅 蒸笼 茶具 台历 钢笔 书架 键盘 鼠标垫 音箱 相框 手链 项链 墨镜 皮带'.split(
    ' ',
  );
const DOES =
  '已经打包 正在质检 等待揽收 可以更换 支持维修 需要登记 暂时缺货 预计补货 准备发出 安排补寄 核对地址 确认尺码 查看凭证 提交审核 通知仓库 联系站点 办理退款 调整价格 预留库存 更新单号'.split(
    ' ',
  );
const WHEN =
  '今天傍晚 明早九点 后天中午 这周末 下周二 月底之前 三小时内 两个工作日 节后第一天 收到之后 签收当天 审核通过 付款以后 出库以前 到站时候'.split(
    ' ',
  );
const HOW =
  '轻拿轻放 避免暴晒 冷水手洗 平铺晾干 先充两小时 拧紧盖子 按图安装 对照色卡 保留吊牌 拍照留证 核对清单 使用原箱 贴好单子 垫上软布 关闭电源 远离明火 定期清洁 换上新滤芯 检查接口 调低音量'.split(
    ' ',
  );
const RARE = [...'蘸嵌拢褶榫卯釉绒缎帛簪钿镂箔漆磨锻焊铆琥珀玳瑁檀柚榉榆槐楠黛绯缃缥缁'];

/** A made-up script of 30 to 60 characters with a title; the same for the same number. */
export interface Made {
  readonly title: string;
  readonly text: string;
}

function sentence(choose: Choose): string {
  const rare = choose.of(RARE) + choose.of(RARE) + choose.of(RARE);
  return `${choose.of(WHAT)}${rare}款${choose.of(DOES)}，${choose.of(WHEN)}${choose.of(HOW)}`;
}

export function scriptsOf(count: number): Made[] {
  const choose = chooser(count);
  return Array.from({ length: count }, () => ({
    title: `${choose.of(WHAT)}${choose.of(DOES)}${choose.below(90) + 10}`,
    text: `${choose.of(WHO)}，${sentence(choose)}，${sentence(choose)}`,
  }));
}

/** What a buyer writes: two messages, about 70 characters together. */
export function messagesOf(count: number, seed: number): string[] {
  const choose = chooser(seed);
  return Array.from(
    { length: count },
    () => `${choose.of(WHO)}我想问一下${sentence(choose)}吗 那${choose.of(WHAT)}怎么${choose.of(HOW)}呢`,
  );
}

/** Ten to fourteen characters out of a script with one left out, and the script's number. */
export function fragmentsOf(scripts: readonly Made[], count: number): { query: string; script: number }[] {
  const choose = chooser(7);
  return Array.from({ length: count }, () => {
    const script = choose.below(scripts.length);
    const text = scripts[script]?.text ?? '';
    const length = 10 + choose.below(5);
    const from = choose.below(Math.max(1, text.length - length));
    const cut = 1 + choose.below(length - 2);
    const piece = text.slice(from, from + length);
    return { query: piece.slice(0, cut) + piece.slice(cut + 1), script };
  });
}
