/** `ack` answers nothing, `assent` may (可以), `check` is a bare verb that an agent or a buyer may mean. */
export type CourtesyKind =
  | 'filler'
  | 'ack'
  | 'assent'
  | 'check'
  | 'greeting'
  | 'holding'
  | 'goodbye'
  | 'thanks';

const ADVERB = '(?:会|先|来|去|再|正在|马上|立即|立刻|现在|这就|需要|要|尽快|赶紧)';
const PLACE = '(?:向|找|跟|和|到)?(?:仓库|库房|快递|物流|快递公司|同事|主管|售后|专员|厂家)?(?:那边)?';
const A_BIT = '(?:一下下|一下|下下|下)';
const WHAT =
  '(?:的|具体|详细|相关|目前|现在|最新|这个|那个|该|您)*(?:订单|物流|快递|单号|库存|资料|页面|详情|系统|仓库|问题|商品|产品)*(?:的)?(?:情况|信息|进度|记录|详情|状态|原因)?';
const CHECK = `(?:(?:查询|查看|查找|查证|核实|核对|核查|确认|了解|看看|查查|问问)${A_BIT}?|[看查问]${A_BIT})${WHAT}`;
const piece = (kind: CourtesyKind, ...patterns: readonly string[]): readonly [CourtesyKind, RegExp] => [
  kind,
  new RegExp(patterns.join('|'), 'uy'),
];

/**
 * What a courtesy is made of. A text is one only if it is nothing but such pieces from end to end, so every
 * unknown word makes it substantive. Each piece is anchored where the last one ended (sticky).
 */
export const COURTESIES: readonly (readonly [CourtesyKind, RegExp])[] = [
  piece(
    'filler',
    '亲亲|亲爱的|亲|宝宝|宝贝|宝子|宝|客官|老板|家人们?|掌柜的?|店家|商家|卖家|先生|女士|小姐姐|小姐|美女|帅哥|主人|朋友|妹子|小二|客服',
    '[哦喔噢呢哈啊呀吖啦了吧嘛恩唉哎诶额呃嘿呵么滴哒勒咯喽的哟唷]+',
    '(?:非常|十分|真的?|实在|很|真是)*(?:抱歉|不好意思|对不起)|请问',
    "sorry|please|dear|sir|madam|ma'?am|friend",
  ),
  piece(
    'ack',
    '好的|好滴|好哒|好嘞|好呢|好了|好吧|好|嗯+|明白|知道|收到|了解|没事|没关系',
    'ok(?:ay)?|okey|alright|all right|got it|i see|no problem',
  ),
  piece('assent', '可以|行', 'sure|yes'),
  piece('check', CHECK),
  piece(
    'greeting',
    '您好|你好|妳好|哈喽|哈啰|嗨|早上好|上午好|中午好|下午好|晚上好|早安',
    '(?:hello+|hi+|hiya|hey+|heya)(?: there| all| everyone| team)?|good (?:morning|afternoon|evening|day)|how are you(?: doing)?(?: today)?',
  ),
  piece(
    'greeting',
    '(?:有人|人|客服|店主|老板|亲|掌柜)?(?:还)?在(?:不在|不|吗|么|嘛|的|线|呢|哦)*|有人[吗么嘛]?',
    '(?:is )?(?:there )?(?:anyone|anybody|someone|somebody)(?: (?:there|here|online|available|home))?|are you (?:there|online|available)',
  ),
  piece(
    'greeting',
    '(?:欢迎|感谢)您?(?:的)?(?:光临|来到|进入|关注)[^ ]{0,12}?(?:店铺|小店|本店|官方店|旗舰店|专卖店)',
    'welcome to (?:our|my) (?:store|shop)|welcome',
  ),
  piece(
    'greeting',
    '(?:我|这里|这边)是[^ ]{0,8}?(?:客服(?!务)|专员|顾问)(?:代表|专员|人员)?(?:[^ ]{1,4}(?= |$))?',
    '(?:非常|很|十分)?(?:高兴|荣幸|乐意)能?[为给]您?(?:提供)?服务',
  ),
  piece(
    'greeting',
    '(?:请问)?[您你]?(?:有|需要)?(?:什么|啥|哪些|哪里)(?:问题|事情|事|需要|地方)?是?(?:我|我们|小店|客服)?(?:可以|能|能够|需要)*(?:为|帮助到?|帮到?|给)[您你]?(?:到您)?(?:的|效劳|解答|服务|解决|处理|的忙)*(?:吗|呢|么|呀|哦)*',
    '(?:请问)?[您你]?(?:有|需要)(?:什么|啥)(?:问题|事情|事)?(?:需要)?(?:咨询|了解)?(?:吗|呢|呀|哦)+',
    'how (?:can|may) i (?:help|assist)(?: you)?(?: today)?|what can i (?:do|help) (?:for )?you(?: with)?',
  ),
  piece(
    'holding',
    '(?:请|麻烦|辛苦)?[您你]?(?:先|再|耐心)*(?:稍等|稍候|稍后|等一等|等等|等一?下|等一?会儿?)(?:一下下|一下|一会儿?|下|会儿?|片刻|几分钟|[一两]分钟|我)*',
    '(?:请|麻烦|辛苦)[您你]?(?:先|再|耐心)*等(?:片刻|几分钟|[一两]分钟)?',
  ),
  piece(
    'holding',
    '[让叫]?[您你]?(?:久等|等久|等很久)了?|(?:请)?(?:别|不要)(?:太)?着?急',
    '(?:有结果|查到)?了?(?:后|就|会|第一时间|尽快|马上)+(?:回复|答复|告诉|告知|联系)[您你]',
  ),
  piece(
    'holding',
    `(?:我|我们|咱们|这边|我这边|小店|客服|小二|小妹)(?:这边)?${ADVERB}*${PLACE}(?:[帮为给替]忙?[您你]?)?${ADVERB}*${PLACE}${CHECK}`,
    `(?:我|我们|这边|小妹|小二)?${ADVERB}*[帮为给替]忙?[您你]${ADVERB}*(?:这边)?${PLACE}(?:${CHECK}|[看查问])`,
    `(?:正在|马上|立即|立刻|现在|这就)${ADVERB}*(?:[帮为给替]忙?[您你]?)?${PLACE}${CHECK}`,
  ),
  piece(
    'holding',
    '(?:just )?(?:a|one|wait a|hold on a|give me a) ?(?:moment|minute|sec(?:ond)?|few (?:moments|minutes))|please (?:wait|hold on|hold)|hold on|wait|bear with me',
    "(?:let me|i ?(?:'?ll| will| am going to| need to)?|we ?(?:'?ll| will)?|i'?m) (?:just )?(?:check|checking|look into|looking into|find out|verify|have a look|take a look)(?: (?:on|at|into|with|the|that|this|it|your|our|for|you|right|away|now|order|status|warehouse|system|details|tracking))*",
    'thank you for (?:waiting|your patience)|thanks for (?:waiting|your patience)',
  ),
  piece(
    'goodbye',
    '再见|再会|拜拜+|晚安',
    'bye[ -]?bye|bye|good ?bye|good ?night|see you(?: later)?|take care|have a (?:nice|good|great|lovely|wonderful) (?:day|one|night|evening|weekend)',
  ),
  piece(
    'goodbye',
    '那?先?就?[祝愿][您你]?[^ ]{0,10}?(?:愉快|顺利|开心|快乐|安康|幸福|好心情)',
    '(?:随时|有问题|有需要|如有需要|有任何问题|有疑问)+都?(?:可以|欢迎|请)*(?:随时|再)*(?:联系|咨询|找)(?:我们|我|客服|小店)',
    '(?:欢迎|期待)[您你]?的?(?:下次|再次|随时)+(?:光临|惠顾|咨询)|先不(?:打扰|说)[您你]?',
    '(?:请问)?[您你]?还(?:有|需要)?(?:什么|其他|别的|其它|任何)+的?(?:(?:问题|疑问|需要|地方|事情)+是?(?:我|我们)?|(?:是)?(?:我|我们)?(?:可以|能)+(?:帮|为|帮助)+)(?:需要|可以|能|咨询|帮|为|帮助)*到?[您你]?(?:的|服务|解答|处理)*(?:吗|么|呢|没有|嘛)+',
    '(?:is there )?anything else(?: i can (?:help|do)(?: for| with)?(?: you)?(?: with)?)?',
  ),
  piece(
    'thanks',
    '(?:非常|十分|太|真的?|多|万分|好)*(?:谢谢+|感谢|多谢|谢了|谢啦|谢|3q)(?:您|你|你们|亲|大家|老板)?的?(?:支持|理解|配合|反馈|谅解|帮助|耐心等待|耐心|惠顾|信任|建议|和|与|了)*',
    '辛苦(?:您|你|你们)?[了啦]?|麻烦(?:您|你|你们)[了啦]',
    '不(?:用|必)?客气|不谢|不用谢|应该的|别客气',
    "thank(?:s| you)(?: (?:so|very) much)?(?: a lot)?|thx|ty|many thanks|much appreciated|you'?re welcome|my pleasure|no worries",
  ),
];
