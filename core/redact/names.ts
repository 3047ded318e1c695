import type { Cut } from './redact.ts';

/** The surnames of about nine in ten people, from the ministry's name reports; then those of two characters. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const DOUBLE = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|东郭|南宫|独孤';
/** A name: a surname and one or two characters, or a double surname and as many. */
const NAME = `(?:(?:${DOUBLE})[\\p{Script=Han}]{1,2}|[${SURNAMES}][\\p{Script=Han}]{1,2})`;
/** Words that begin like a name and are none. */
const NO_NAMES =
  /^(?:方便|高兴|时间|时候|成功|安排|安装|金额|马上|任何|温馨|白色|黄色|蓝色|黑色|金色|江苏|明天|明白|明年|应该|包邮|包装|包裹|全部|全款|全新|全国|关于|万一|连锁|连接|管理|解决|向您|向你|和您|和你|于是|路上|单位|单号|单独|左右|易碎|成都|石家庄|广州|安徽|宁波|宁夏|温州|华为|康师傅|农村|农业|查收|查看|查询|项目|连衣裙|毛衣|毛巾|米色|文件|文具|商家|商品|商城|师傅|车间|司机|全家|家里|时效|本人|同上|不详|买家|您好|童装|童鞋|古风|严重|顾客|高级|高端|金牌|老板|经理|施工|盛大|国际|祝您|祝你|贺卡|麻烦|简单|简约|明显|费用|麦片|边上|席梦思|麻花|冷冻|查无|席位|舒服|舒适|文字|荣誉|荣耀|龙虾|牛肉|牛奶|羊毛|石材|雷电|程序|黎明|陶瓷|贾府|夏天|夏季|秦皇岛|江西|江南|谢谢|周一|周二|周三|周四|周五|周六|周日|周末|周内|齐全|易损|常用|高的|白的|黄的|和我|于我|单子|任意|付款|付过|付了|孔径|钱款|温度|尚未|向我|成人|吉利|党员|古代|曲线|盛夏|游戏|解释|阳台|房间|房子|时尚|严格)/u;
const FORM = new RegExp(
  `(?:收件人|收货人|联系人|寄件人|签收人|开户名|户名|收款人|姓名|名字)(?:姓名|名字)? ?(?:(?:[是叫为] ?|: ?)([\\p{Script=Han}·]{2,4})(?![\\p{Script=Han}])|(${NAME})(?![\\p{Script=Han}]))`,
  'gu',
);
const CONTACT = '(?:\\+?86[ -]?)?1[3-9]\\d(?:[ -]?\\d){8}';
const SPOKEN: readonly RegExp[] = [
  // 我叫…, 我是…: a name only if the clause ends with it.
  new RegExp(`我(?:叫|是|姓名是|的名字[叫是])(${NAME})(?![\\p{Script=Han}])`, 'gu'),
  // As people write where a parcel goes: beside the number, or with 收 behind.
  new RegExp(
    `(?<![\\p{Script=Han}])(${NAME})[ ,:;、。/]{0,3}(?:电话|手机号?|tel)?[ :]{0,2}(?=${CONTACT})`,
    'giu',
  ),
  new RegExp(`(?<=${CONTACT})[ ,:;、。/]{0,3}(${NAME})(?![\\p{Script=Han}])`, 'gu'),
  new RegExp(`(?<![\\p{Script=Han}])(${NAME})(?:亲|签)?收(?![\\p{Script=Han}])`, 'gu'),
];

/**
 * Names of people where the text says that they are one: behind a form's label, after 我叫 or 我是 at the end of a
 * clause, beside a mobile number, before 收. Elsewhere a name looks like any other word and stays.
 */
export function* names(text: string): Generator<Cut> {
  for (const pattern of [FORM, ...SPOKEN])
    for (const hit of text.matchAll(pattern)) {
      const name = hit[1] ?? hit[2] ?? '';
      if (NO_NAMES.test(name) || /[订单号的了吗]|电话|地址|先生|女士/u.test(name)) continue;
      const start = hit.index + hit[0].indexOf(name);
      yield { start, end: start + name.length, kind: 'name' };
    }
}
