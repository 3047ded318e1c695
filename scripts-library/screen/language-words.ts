import type { Language } from './language.ts';

/**
 * The engine's own words for telling offers from denials, whole messages from parts and phone numbers from
 * others. They travel with the compiled rules, so that a content script holds no word list. Pattern sources.
 */
export const LANGUAGE: Language = {
  // Deny or forbid when they stand up to eight characters before, in the same clause.
  deniesBefore:
    '(?:打击|严查|抵制|整治|不影响|不耽误|没有|没做|没搞|没办|没参加|没参与|没说过|没得|不做|不能|不可以?|不支持|不允许|不让|不准|不许|不参[与加]|不接受|不存在|不搞|不提供|不会|不是|不涉及|不给|不用|不需要|不敢|不好说|不建议|不参加|不鼓励|无法|无需|禁止|严禁|杜绝|拒绝|从不|从未|未|切勿|请勿|勿|不得|别信|不要|别|谨防|警惕|小心|防止|骗子|诈骗|假冒|冒充|如有人|如果有人|有人|要求您|违规|取消了?|哪有|哪里有|避免|并非|并不|不属于|没|无|不)$',
  // Deny when they follow in the same clause.
  deniesAfter:
    '^(?:不了|.{0,10}?(?:没有的?|没得|不做|不加|不留|不能|不可以|不行|不参与|不参加|不支持|不允许|不让|不提供|不存在|不给|不搞|不会|不是|不属于|不受|不安全|有风险|违规|违反|违法|禁止|被禁|不得|无法|取消了|停止了|结束|停了|停止|已停|没了|已取消|已结束|已停|下线|是(?:以前|之前|上个?月|去年|上次)的?|被平台处罚|被平台罚|被处罚|过期|忽略|别理|不要理|不保障|没保障|查不到|下架了?|虚假|不合规|不合法|会被|骗子|诈骗|是骗|是假的|都是假|不要相信|别信|勿信|请勿|切勿|无关))',
  // Deny even from the next clause (好评返现，我们不做的).
  deniesFromNext:
    '^.{0,8}?(?:(?:我们|这边)没有(?!库存|现?货)|店没有(?!手续费|佣金|扣点|抽成|服务费|中间)|没有这|没有的|没得|不做|不参与|不参加|不支持|不提供|不搞|违规|违反|禁止|不允许|取消了|结束了|停止了|停了|查不到|骗子|诈骗|不要相信|别信|勿信|挂断|报警|举报|不是我们)',
  // Answer what the sentence before asked (好评返现？没有的亲).
  deniesAnew:
    '^(?:亲|不好意思|抱歉|这个|我们|本店|小店|店|咱|家|这边|暂时|真的|目前|现在)*(?:没有(?:的|哦|呢|亲|噢|啊|这|那|返|奖|礼|红|任何|活动|$)|没得|不返|不可以|不行|不做|不支持|不允许|不送|不参加|不搞)',
  // Negative words that deny nothing.
  notDenials:
    '不错|不如|不是白|不会白|不让您白|不仅|不但|不过|不好意思|没问题|没关系|不管|不论|无论|无忧|非常|有没有|是不是|要不要|能不能|可不可以|会不会|差不多|不客气|不便|不方便|不懂|不会的话|不清楚|不明白|不满意|不合适|不放心|不然|不急|不够|不好|不到|没收到|没到|别忘了?|别的|别人|无条件|无理由|不只|不止|不限|不定时|不少|没货|没了|没空|没看到|没有的话|没评价|没有评价|还没评|没法|不定期|没有问题|没有什么问题|没什么问题|没有图|没图|没带图|不带图|没晒图|没有不满|没毛病|没有其他|没其他|没事|没啥|没有疑问|没有异议|没意见|没有意见|不是很满意|不影响使用|不影响您使用|不影响食用|不影响穿|不用退|不用寄|不用您退|不用您寄|不需要退|不需要您退|不退货|不会少|不会骗|不是中评',
  salutations:
    '^(?:亲亲|亲爱的|亲|您好|你好|哈喽|宝贝|宝宝|宝|家人们?|客官|小主|先生|女士|老板|谢谢|多谢|那|那您|[哦呢啊呀吧哈嗯噢呐了嘛的您你])*$',
  // Names of numbers that are no phone number although they look like one.
  otherNumber:
    '(?:单号|订单|运单|编号|货号|款号|型号|条码|条形码|税号|信用代码|商品|宝贝|sku|spu|id|链接|编码|代码|序列号|流水|批号|券号|票号|工单|批次|验证码|房间号|店铺号|尾号|no)[^\\d]{0,4}$',
  // Letters that may stand right before or after a phone number.
  calling: '^(?:v|vx|wx|tel|phone|dh|sj|mobile|call|weixin|wechat|q|qq|p|t|whatsapp)$',
  banking: '卡号|银行|账号|账户|打款|转账|汇款|储蓄|信用卡|收款|[工建农中招交]行|开户',
  // How people break up a phone number; other sums of eleven are lists of prices or sizes.
  phoneBreaks: '3-4-4 3-8 7-4 4-7 5-6 6-5 4-4-3 4-3-4 3-3-5 3-5-3 1-3-3-4 1-2-4-4 1-10',
  joins:
    '^(?:然后|随后|[前后][面边头]?|中间|接着|接下来|接|再|加上|加|连着|连|跟着|跟|最后|尾号|末尾|结尾|往后|下面|第[二三]段|[前后中]?[三四八七]位|来|打|输|拨|按|写|是|数|四位|八位|的|那|就)+$',
  counts:
    '^(?:元|块|毛|折|件|个|款|码|斤|克|[kmc]?[gm]|ml|毫|厘|寸|瓶|盒|箱|张|天|月|年|日|号楼|[三四五六七八九]档|档|种|人|分|w|瓦|流明)',
  // What may follow a one-letter or one-character alias for it to be one (加薇聊, but not 加威海).
  afterWeak:
    '吗不么便呗吧呢哦啊呀哈嘛嗯噢了的私聊详细发给拉备咨下我你您来好就谈说进入一后这那有会可联看拿取送返优再然享免号谢亲麻请或跟和及与嘞咯啦嗷唷哟~',
  digits: '0零〇○o 1一壹幺弌li 2二贰两弍 3三叁弎 4四肆 5五伍 6六陆 7七柒 8八捌 9九玖',
  email:
    '[a-z0-9][a-z0-9._%+-]{1,40}(@|＠|[([【#]at[)\\]】#])[a-z0-9-]{1,30}(?:\\.[a-z0-9-]{1,20}){0,2}(?:\\.|。|点)(?:com|cn|net|org|cc|io|top|vip|edu)',
  // An account's name follows its service's or a request to be added, or stands before one (abc_2024 加我).
  account:
    '(微信|薇信|威信|卫星|卫信|徽信|绿泡泡?|球球|v信|vx|wx|weixin|wechat|qq|扣扣|企鹅|秋秋|[vq薇威微徽维蔚韦葳溦裙扣]|(?<!人)群号?|裙号|飞机号|电报号?|tg|(?:快手|抖音|小红书|微博)(?:号|(?=[a-z]+\\d{3}))|(?:[加佳嘉家]我|搜我|找我|联系我|私我|号聊|[加佳嘉家](?=[a-z]+\\d{3}[a-z0-9]*(?:$|备注|通过|[我吧哦呢]))|[加佳嘉家]一?下|加(?:老师|客服|店长|老板|专员|管家|技术|师傅|助理|顾问))(?:后面|账号|就|发[你您]|[号的])*(?=[a-z]+\\d{3}[a-z0-9]*(?![a-z0-9的到款进]|[这那]款)))(?:号码?|id)?[是为]?([a-z][a-z0-9]{5,19}|[1-9]\\d{4,11}|[零〇幺一二三四五六七八九两]{6,12})' +
    '|([a-z][a-z0-9]{0,12}\\d{3}[a-z0-9]{0,8})(?=[加佳嘉](?:我|一?下(?:$|[我吧哦就]))|搜我|这个[加搜]|是我的?[号微账])',
  // 微信 is not the name of 微信小店: a buyer who is added there has left it.
  platforms: {
    pinduoduo: '拼多多|拼夕夕|pdd',
    feige: '抖音|抖店|d音',
    kuaishou: '快手',
    jingdong: '京东|jd',
    wangwang: '淘宝|天猫|1688|阿里巴巴|旺旺',
    weixin: '视频号|微信小店',
    shopee: 'shopee|虾皮',
    tiktok: 'tiktok|tk',
  },
};
