/**
 * What people write for a name that filters look for. `strong` forms mean it wherever they stand alone;
 * `weak` ones (a letter, an everyday word) only as part of a longer phrase: 加我薇, 留个卫星.
 * Own list after what authors of filters report; the phrase's word is the key.
 */
export const ALIASES: readonly { readonly word: string; readonly strong: string; readonly weak: string }[] = [
  {
    word: '微信',
    strong:
      '薇信 威信 威信号 溦信 薇芯 微芯 微伈 微伩 薇心 威心 微心 威芯 薇欣 微欣 唯信 维信 徽信 徽芯 巍信 韦信 味信号 嶶信 帷信 惟信 崴信 危信 魏信 葳信 蔚信 微x 薇x 威x v信 v心 v芯 v芯号 v讯 w信 w心 w芯 vx vxin vxn wx weix weixn wechat wecaht wechet wchat weichat weichet we信 wei心 wei芯 v*x weixing 微言 威言 卫芯 卫心 魏芯 魏心 徽心 维芯 维心 葳芯 崴芯 葳心 微伈 薇伈 威伈 v伈 v言 卫x 徽x 维x wx号 wxid 绿泡 绿聊 绿泡泡 绿色泡泡 绿色软件 绿色聊天软件 绿色图标 绿色聊天 绿信 小绿书号 某信 微某信 微号 薇号 v号 威号 徽号 卫星号 微亻言 微亻訁 威亻言 彳攵亻言 彳攵信 彳山攵信 胃信 喂信 㣲信 溦心 企微 薇馨 薇鑫 薇昕 微鑫 微昕 微馨 威鑫 威昕 徽欣 徽鑫 维鑫 韦心 韦芯 唯心 危心 蔚心 围芯 薇xin 微xin 威xin 薇杏 威杏 喂心 胃心 危杏 小绿泡泡 小绿泡 绿颜色的软件 绿颜色软件 绿泡软件 薇星 薇星号 微星号 绿色app 绿色图标软件 微讯 薇讯 w艾克斯 v艾克斯 微艾克斯 微㐅 薇㐅 v㐅 威㐅 企v 企薇 企业v 企业薇 溦芯 溦鑫 溦馨 溦欣 溦昕 溦伈 溦訫 溦杏 溦x 溦xin 嶶芯 嶶鑫 嶶馨 嶶欣 嶶昕 嶶伈 嶶訫 嶶杏 嶶x 嶶xin 嶶心 葳鑫 葳馨 葳欣 葳昕 葳伈 葳訫 葳杏 葳x 葳xin 崴鑫 崴馨 崴欣 崴昕 崴伈 崴訫 崴杏 崴x 崴xin 崴心 巍芯 巍鑫 巍馨 巍欣 巍昕 巍伈 巍訫 巍杏 巍x 巍xin 巍心 徽馨 徽昕 徽伈 徽訫 徽杏 徽xin 薇訫 蔚芯 蔚鑫 蔚馨 蔚欣 蔚昕 蔚伈 蔚訫 蔚杏 蔚x 蔚xin 魏鑫 魏馨 魏欣 魏昕 魏伈 魏訫 魏杏 魏x 魏xin 韦鑫 韦馨 韦欣 韦昕 韦伈 韦訫 韦杏 韦x 韦xin vvx 微伈号',
    weak: '维星 威威 卫欣 维辛 魏新 围新 卫新 位新 尾信 委信 伟新 卫馨 伟欣 威辛 威兴 胃芯 喂新 喂芯 微辛 卫鑫 伟鑫 威新 唯新 维新 伟心 伟芯 围心 位芯 伍信 卫兴 薇兴 vv信 小绿 微杏 胃星 微星 绿app 薇薇 微微 围x 薇 威 微 徽 维 唯 溦 v w 卫星 围信 威信 味信 为信 伟信 微信号 未信 位信 微众号 vv 鹅厂聊天',
  },
  {
    word: 'qq',
    strong:
      '扣扣 扣扣号 抠抠 蔻蔻 叩叩 企鹅号 q扣 扣q 寇寇 秋秋号 球球号 qiuqiu koukou 小企鹅号 口口号 蔻扣 扣蔻 叩扣 扣叩 抠扣 企鹅q q企鹅 抠1抠',
    weak: '球q 企ge 扣1扣 秋秋 球球 求求号 企鹅 鹅号 小企鹅 q q号 丘丘 口口',
  },
  {
    word: '支付宝',
    strong: '支f宝 支付bao 支富宝 只付宝 zfb 吱付宝 之付宝 支腐宝',
    weak: '某宝 z付宝 宝宝支付',
  },
  { word: '淘宝', strong: '桃宝 掏宝 陶宝 taobao 淘b 绹宝 t宝', weak: '某宝 tb 橙色软件' },
  { word: '拼多多', strong: 'pdd 拼夕夕 并多多 拼dd p多多 pxx 拼xx', weak: '某多多' },
  { word: '抖音', strong: '抖因 斗音 douyin 抖yin d音 豆音 抖y 抖x', weak: 'dy 某音' },
  { word: '快手', strong: '筷手 块手 快s kuaishou', weak: 'ks' },
  { word: '京东', strong: '狗东 京d jingdong', weak: '某东 jd' },
  { word: '小红书', strong: '小红薯 小虹书 小洪书 xiaohongshu', weak: 'xhs 某书 小地瓜' },
  { word: '闲鱼', strong: '咸鱼 闲yu xianyu 小黄鱼', weak: '某鱼' },
  { word: '手机', strong: '手ji 收机号', weak: 'sj' },
  { word: '电话', strong: '电hua 电砵', weak: 'dh' },
  { word: '二维码', strong: '二微码 2维码 二唯码 二w码 qrcode 二为码', weak: 'ewm' },
  { word: '转账', strong: '转帐 转长号', weak: 'zz' },
  {
    word: '好评',
    strong: '好坪 好平价 hao评 恏评 女子评 毫评 好苹 郝评 好萍 好枰 号评',
    weak: 'hp 好苹 好凭',
  },
  { word: '返现', strong: '反现 返xian 返现金 饭现 fan现 返线 反线 返限 fanxian 饭线', weak: 'fx' },
  { word: '红包', strong: '红苞 hong包 虹包 🧧 纟工包 鸿包 洪包', weak: 'hb 红宝' },
];
