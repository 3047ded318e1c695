/** Synthetic personal data and lines of the trade, made from a seed, to measure what redaction finds and what it leaves. */

export interface Item {
  readonly kind: string;
  /** The line as a buyer types it. */
  readonly line: string;
  /** What must not be left of it, as plain figures or letters. */
  readonly secret: string;
}

export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const HAN_FIGURES = '零一二三四五六七八九';
const HAN_CALLED = '零幺二三四五六七八九';

/** Personal data in the ways that people write it. */
export function personal(count: number, seed: number): Item[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const figures = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  const mobile = () => `1${pick(['3', '5', '6', '7', '8', '9'])}${figures(9)}`;
  const name = () =>
    pick([...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']) +
    pick([
      '伟',
      '芳',
      '秀英',
      '敏',
      '静',
      '丽',
      '强',
      '磊',
      '洋',
      '艳',
      '勇',
      '军',
      '杰',
      '娟',
      '涛',
      '明',
      '超',
      '秀兰',
      '霞',
      '建国',
      '志强',
      '晓燕',
      '子涵',
      '浩然',
      '欣怡',
    ]);
  const id = () => {
    const year = 1950 + Math.floor(random() * 60);
    const pad = (value: number) => String(value).padStart(2, '0');
    const body = `${pick(['110105', '440524', '330106', '510107', '420111', '320505'])}${year}${pad(1 + Math.floor(random() * 12))}${pad(1 + Math.floor(random() * 28))}${figures(3)}`;
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
    return body + '10X98765432'[sum % 11];
  };
  const card = () => {
    const body = `${pick(['621700', '622202', '622848', '621661', '625965'])}${figures(12)}`;
    const sum = [...body].reverse().reduce((total, figure, at) => {
      const value = Number(figure) * (at % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return body + String((10 - (sum % 10)) % 10);
  };
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  const grouped = (digits: string, mark: string, sizes: readonly number[]) => {
    const parts: string[] = [];
    let at = 0;
    for (const size of sizes) {
      parts.push(digits.slice(at, at + size));
      at += size;
    }
    return parts.join(mark);
  };
  const ways: readonly ((digits: string) => string)[] = [
    (d) => d,
    (d) => d,
    (d) => grouped(d, pick(['-', ' ', '.', '_', '/', '－', '·']), [3, 4, 4]),
    (d) => grouped(d, pick([' ', '-']), [3, 3, 5]),
    wide,
    (d) => [...d].join(pick([' ', '-', '.', '，', '\u200b', '~'])),
    (d) => [...d].map((figure) => HAN_FIGURES[Number(figure)]).join(''),
    (d) => [...d].map((figure) => HAN_CALLED[Number(figure)]).join(''),
    (d) => `+86 ${d}`,
    (d) => `+86-${grouped(d, '-', [3, 4, 4])}`,
    (d) => `${d.slice(0, 3)}（${d.slice(3, 7)}）${d.slice(7)}`,
    (d) => grouped(d, '-', [2, 2, 2, 2, 2, 1]),
  ];
  const street = () =>
    pick(['文三路', '人民中路', '解放大道', '科技园路', '中山北路', '建设一街', '和平里', '学府路']);
  const place = () =>
    pick([
      '浙江省杭州市西湖区',
      '广东省深圳市南山区',
      '江苏省苏州市吴中区',
      '四川省成都市武侯区',
      '湖北武汉洪山区',
      '北京市朝阳区',
      '上海浦东新区',
      '福建省泉州市晋江市',
      '湖南省长沙市岳麓区',
    ]);
  const estate = () =>
    pick(['阳光花园', '金色家园', '幸福小区', '万科城', '绿地公寓', '东方名苑', '翠湖社区']);
  const number = (most: number) => 1 + Math.floor(random() * most);
  const address = () =>
    pick<() => string>([
      () =>
        `${place()}${street()}${number(900)}号${estate()}${number(30)}幢${number(4)}单元${number(20)}0${number(4)}室`,
      () => `${place()}${street()}${number(900)}号`,
      () => `${place()}${estate()}${number(30)}-${number(4)}-${number(20)}0${number(4)}`,
      () =>
        `${place()}${pick(['大瑶镇', '五里乡', '石桥镇'])}${pick(['南阳村', '李家村', '新塘村'])}${number(12)}组${number(80)}号`,
      () =>
        `${place()}${street()}${pick(['国际大厦', '创业大厦', '时代广场'])}${pick(['A', 'B'])}座${number(30)}${pick(['楼', '层', 'F'])}`,
      () => `${place()}${pick(['大瑶镇', '五里乡', '石桥镇'])}${pick(['南阳村', '李家村', '新塘村'])}`,
      () => `${place()}${street()}${estate()}${number(30)}号楼`,
      () => `${place()}${pick(['浙江大学', '师范学院', '第一中学'])}${number(12)}号宿舍楼${number(600)}室`,
    ])();
  const makers: readonly (() => Item)[] = [
    () => {
      const secret = mobile();
      return {
        kind: 'mobile',
        line: `${pick(['我电话', '手机号', '打我', '联系', '', '收货电话改成'])}${pick(ways)(secret)}${pick(['', '，谢谢', ' 急', '。'])}`,
        secret,
      };
    },
    () => {
      const secret = id();
      return {
        kind: 'id-card',
        line: `${pick(['身份证', '身份证号：', '清关要的身份证号码是', ''])}${pick([secret, grouped(secret, ' ', [6, 8, 4]), grouped(secret, '-', [6, 8, 4]), wide(secret), secret.toLowerCase()])}`,
        secret,
      };
    },
    () => {
      const secret = card();
      return {
        kind: 'bank-card',
        line: `${pick(['卡号', '银行卡号：', '退到我银行卡 ', '打款到工行卡号是'])}${pick([secret, grouped(secret, ' ', [4, 4, 4, 4, 3]), grouped(secret, '-', [4, 4, 4, 4, 3]), wide(secret)])}`,
        secret,
      };
    },
    () => {
      const secret = `${pick(['lily', 'wang.wei', 'zhang_san', 'abc123', 'sunny-day'])}${figures(3)}@${pick(['qq.com', '163.com', 'gmail.com', 'outlook.com', 'mail.example.com.cn'])}`;
      return {
        kind: 'email',
        line: `${pick(['邮箱', '发票发到', '我的邮箱是 ', '邮箱：'])}${pick([secret, wide(secret), secret.toUpperCase()])}${pick(['', ' 谢谢'])}`,
        secret,
      };
    },
    () => {
      const secret = pick([
        `${pick(['lucky', 'abc', 'wx_', 'moon-'])}${figures(6)}`,
        `wxid_${figures(4)}abcd${figures(4)}`,
      ]);
      return {
        kind: 'wechat',
        line: `${pick(['微信', '微信号：', '加我微信', 'vx', 'VX：', 'v信 ', '威信是', '加V ', '我的微信号是', 'wechat: ', '加薇', 'V：'])}${secret}${pick(['', ' 聊', '，加我'])}`,
        secret,
      };
    },
    () => {
      const secret = `${1 + Math.floor(random() * 9)}${figures(8)}`;
      return {
        kind: 'qq',
        line: `${pick(['QQ', 'QQ号', 'qq：', '扣扣', 'QQ号是', '加Q '])}${pick([secret, wide(secret)])}`,
        secret,
      };
    },
    () => {
      const secret = `0${pick(['571', '755', '28', '10', '21', '512'])}-${1 + Math.floor(random() * 8)}${figures(7)}`;
      return {
        kind: 'landline',
        line: `${pick(['座机', '打固话', '家里电话', ''])}${pick([secret, secret.replace('-', ' '), `(${secret.replace('-', ')')}`])}`,
        secret: secret.replace('-', ''),
      };
    },
    () => {
      const secret = address();
      return {
        kind: 'address',
        line: `${pick(['地址', '收货地址：', '寄到', '改成', '麻烦发到', '我住在', ''])}${secret}${pick(['', '，谢谢', ' 尽快'])}`,
        secret,
      };
    },
    () => {
      const secret = name();
      return {
        kind: 'name',
        line: pick([
          `我是${secret}，刚下的单`,
          `收件人${secret}`,
          `收件人：${secret}`,
          `收货人是${secret}，电话${mobile()}`,
          `姓名 ${secret}`,
          `我叫${secret}`,
          `联系人${secret} ${mobile()}`,
          `${secret} ${mobile()}`,
          `${mobile()} ${secret}`,
          `${address()} ${secret}收`,
          `本人${secret}，身份证${id()}`,
          `持卡人${secret}`,
        ]),
        secret,
      };
    },
  ];
  return Array.from({ length: count }, (_, n) => (makers[n % makers.length] as () => Item)());
}

/** Lines of the trade that hold figures and no person: orders, parcels, items, prices, dates. */
export function business(count: number, seed: number): string[] {
  const random = randomFrom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const figures = (length: number) => Array.from({ length }, () => Math.floor(random() * 10)).join('');
  const number = (most: number) => 1 + Math.floor(random() * most);
  const date = () =>
    `2026${pick(['-', '/', '.'])}${String(number(12)).padStart(2, '0')}${pick(['-', '/', '.'])}${String(number(28)).padStart(2, '0')}`;
  const makers: readonly (() => string)[] = [
    () => `订单号${pick(['', '：', ' '])}${number(9)}${figures(18)}`,
    () => `订单编号 ${figures(6)}-${figures(15)} 什么时候发`,
    () => `我的订单 ${number(9)}${figures(17)} 到哪了`,
    () => `京东订单 ${number(9)}${figures(11)}`,
    () => `${figures(6)}-${figures(15)}`,
    () => `${pick(['顺丰', '中通', '圆通', '韵达'])}${pick(['SF', 'YT', 'ZT', 'JDVA', 'YD'])}${figures(13)}`,
    () => `运单号 ${pick(['77', '43', '31', '98'])}${figures(13)}`,
    () => `快递 ${pick(['75', '46', '88'])}${figures(12)} 一直不动`,
    () => `商品ID ${number(9)}${figures(11)}，有货吗`,
    () => `货号${pick(['A', 'KD', 'NB'])}${figures(6)} ${number(9)}码`,
    () => `sku ${figures(13)}`,
    () => `条码 69${figures(11)}`,
    () => `原价${number(5000)}.${figures(2)}，券后${number(3000)}，省${number(500)}`,
    () => `${date()} ${String(number(23)).padStart(2, '0')}:${figures(1)}0 下的单`,
    () => `满${number(900)}减${number(90)}，可以叠加${number(20)}元券吗`,
    () => `尺寸 ${number(200)}x${number(200)}x${number(99)}cm，重${number(30)}.${figures(1)}kg`,
    () => `身高${150 + number(40)}体重${80 + number(90)}穿什么码`,
    () => `批次 ${figures(8)}，保质期到 ${date()}`,
    () => `取件码 ${number(9)}-${number(9)}-${figures(4)}`,
    () => `型号 X${figures(3)}-${figures(4)}，功率${number(3000)}W`,
    () => `买了${number(20)}件一共${number(9000)}.${figures(1)}元`,
    () => `退款编号 ${figures(17)}`,
    () => `活动 11.1-11.11，预售尾款 ${number(3000)} 元`,
    () => `优惠码 ${pick(['AB', 'XY'])}${figures(8)}`,
  ];
  return Array.from({ length: count }, (_, n) => (makers[n % makers.length] as () => string)());
}
