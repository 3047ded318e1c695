import type { Cut } from './redact.ts';

/** The commonest family names, about nineteen people in twenty. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景';
const TWO = '欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|轩辕|端木|长孙|宇文';
const GIVEN = '[\\p{Script=Han}]';
const FULL = `(?:(?:${TWO})${GIVEN}{1,2}|[${FAMILY}]${GIVEN}{1,2})`;
/** What may follow a name that stands between other words. */
const AFTER =
  '(?=[^\\p{Script=Han}]|$|的?(?:电话|手机|号码|联系|微信|地址|身份证|银行卡|卡号|收|先生|女士|小姐|本人|住|家|在|，))';

/** A form's label: what follows is a name, with a colon or without. */
const LABELLED = new RegExp(
  `(?<!⟦)(?:收件人|收货人|联系人|寄件人|签收人|收款人|持卡人|开户人|机主|户名|姓名|名字|全名|真名)(?:姓名|名字)?(?:[是为叫改成换]{0,3}) ?(?:[:：]? ?(${FULL})|: ?(${GIVEN}{2,4}(?![\\p{Script=Han}])))${AFTER}`,
  'gu',
);
/** How people say who they are. */
const SAID = new RegExp(
  `(?:我是|我叫|我名字叫|本人(?:是|叫)?|叫我|写给|寄给|转给|给我?朋友) ?(${FULL})${AFTER}`,
  'gu',
);
/** Beside a number, or before 收 at the end of an address. */
const BEFORE_NUMBER = new RegExp(
  `(?<![\\p{Script=Han}])(${FULL})(?:先生|女士|小姐)?[ ,，、:：/]{0,3}(?=(?:电话|手机|手机号|tel)?[:： ]{0,2}(?:\\+?86[ -]?)?1[3-9]\\d[\\d \\-]{8,11})`,
  'giu',
);
const AFTER_NUMBER = new RegExp(
  `(?<!\\d)1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}[ ,，、/]{0,3}(${FULL})(?![\\p{Script=Han}])`,
  'gu',
);
const RECEIVES = new RegExp(
  `(?:(?<![\\p{Script=Han}])|(?<=[室号栋楼户村组层座元]))(${FULL})(?:先生|女士|小姐)? ?(?:亲?收|签收|代收)(?![\\p{Script=Han}])`,
  'gu',
);

/** Words that begin as a name does and are none. */
const NO_NAME =
  /^(?:麻烦|谢谢|多谢|感谢|时效|安静|方才|何况|季节|易碎|甘肃|华为|华北|华南|华东|车子|车上|连接|简单|古代|路上|游泳|成交|单号|管用|常规|范围|程序|程度|本人|买家|卖家|您好|同上|不详|客服|高中|高个|高级|黄皮|黄色|黄黑|白色|白皮|方脸|安徽|江西|江苏|江浙|云南|成都|成年|成人|宁波|宁夏|温州|苏州|吉林|武汉|石家|金色|金牌|马上|常客|游客|单身|万一|全部|全家|左手|应该|时候|相信|来买|来问|来看|来退|和你|和他|和朋|都是|都可|那个|那种|那家|路人|平台|国内|国外|海外|南方|南通|平时|平常|乐意|查一|查下|查询|明天|明年|易过|任何|关于|连续|包邮|经常|修改|原来|计划|文明|严重|顾客|强烈|满意|初次|初中|项目|方便|解决|管理|管家|商家|商户|祖国|印象|贺卡|花了|花钱|能|向你|向您|向他|于是|付款|付了|许多|何时|何必|石头|毛利|毛衣|白天|万分|左右|成功|充值|尚未|解释|时间|时尚|连衣|乐天|安装|安排|安全|公司|公主|公寓|位置|农村|农民|党员|师傅|师范|老师|门口|门店|门卫)/u;

/** Names, where something beside them says that they are: a label, 我是, a telephone number, 收. */
export function* people(text: string): Generator<Cut> {
  for (const pattern of [LABELLED, SAID, BEFORE_NUMBER, AFTER_NUMBER, RECEIVES])
    for (const hit of text.matchAll(pattern)) {
      const name = hit[1] ?? hit[2] ?? '';
      // No name holds the word that says whose number follows (路订单138…), none ends as a place does.
      if (NO_NAME.test(name) || /[订单号]|[省市区县镇村]$/u.test(name.slice(1))) continue;
      const start = hit.index + hit[0].indexOf(name, pattern === AFTER_NUMBER ? 11 : 0);
      yield { start, end: start + name.length, kind: 'name' };
    }
}
