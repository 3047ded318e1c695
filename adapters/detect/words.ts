/** What the words and names that people give to the parts of a chat tell. Lower case; matched inside identifiers too. */

const SEND =
  /(?:^|[^a-z])(?:send|submit|reply|post|发送|發送|回复|回復|提交|送信|返信|전송|보내기|env(?:iar|oyer)|(?:ab)?senden|invia|verzend(?:en)?|stuur|kirim|wyślij|gönder|gửi)(?:$|[^a-z])|发送|發送|送信|отправить|שלח|إرسال|ارسال|ส่ง/i;
const SEND_NAME = /send|submit/i;
/** Controls beside an editor that are not for sending. */
const OTHER_CONTROL =
  /attach|upload|file|emoji|emotion|smil|image|picture|photo|voice|audio|record|micro|mic\b|camera|video|location|more|menu|plus|add|close|clear|stop|cancel|minimi|setting|tool|format|bold|italic|link|gif|search|translate|附件|上传|文件|表情|图片|语音|更多|关闭|取消|搜索|截图|快捷|转接|评价|话术/i;
const SEARCH = /search|filter|find|query|keyword|搜索|查找|筛选|检索|查询/i;
const EDITOR =
  /message|reply|type\b|write|chat|say|compose|input.*text|ask|消息|信息|输入|回复|说点|请写|聊|提问|メッセージ/i;
const OTHER_EDITOR =
  /remark|note|title|name|email|phone|address|code|password|备注|标题|姓名|邮箱|手机|地址|验证码/i;

const OWN =
  /(?:^|[^a-z])(?:me|mine|my|self|own|owner|outgoing|out|sent|right|end|agent|staff|seller|operator|kefu|employee|local|is-?mine|from-?me|to|client)(?:$|[^a-z])|isme|ismine|fromme|outgoing|myself|right|自己|我/i;
const OTHER =
  /(?:^|[^a-z])(?:other|others|them|their|incoming|in|received|receiver|recieve|left|start|buyer|customer|visitor|guest|partner|friend|bot|ai|assistant|response|responder|remote|from|server)(?:$|[^a-z])|incoming|received|notme|notmine|left|对方|买家/i;

const SELF =
  /(?:^|[(（])(?:我|本人|自己|you|me|myself|du|ich|vous|moi|tú|tu|yo|você|ty|вы|я|あなた|自分|나|คุณ|bạn|anda|saya|sen|أنت|אני)(?:$|[)）]$)/iu;
const SELF_NAME =
  /(?:^|[^a-z])(?:me|mine|my|self|own|outgoing)(?:$|[^a-z])|isme|ismine|fromme|outgoing|myself|自己/i;
/** An attribute that says no: `[data-own="false"]`. */
const denied = (name: string) => /=.?(?:false|0|no)\b/i.test(name);
const spaced = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2');

const CLOCK = String.raw`(?:上午|下午|凌晨|早上|晚上|中午|[ap]\.?m\.?)?\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*(?:[ap]\.?m\.?)?`;
const MONTH = String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const DAY = String.raw`(?:\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?(?:\s(?:de\s)?\d{4}|(?=,?\s\d{1,2}:\d\d))|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}(?:[-/.]\d{2,4}|日)?|[今昨前]天|today|yesterday|(?:星期|周)[日一二三四五六天]|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?|${MONTH}\s?\d{1,2}(?:st|nd|rd|th)?(?:,?\s?\d{4})?|\d{1,2}\s?${MONTH}(?:,?\s?\d{4})?)`;
const AGO = String.raw`(?:刚刚|现在|just now|now|(?:about |an? |\d+\s?)(?:s|m|h|d|sec|min|hour|hr|day|week|month|year)[a-z]*(?: ago)?|\d+\s?(?:秒|分钟?|小时|天|个?月)前?)`;
const TIME = new RegExp(
  String.raw`^[\s,，・•(（\[–—-]*(?:${DAY}[\s,，]*(?:at\s)?)?(?:${DAY}[\s,，]*)?(?:${CLOCK}|${DAY}|${AGO})[\s,，・•)）\]–—-]*$`,
  'iu',
);
const TIMES_IN = new RegExp(
  String.raw`(?:${DAY})|(?:${CLOCK})|\d+\s?[a-z]+ ago|\d+\s?(?:秒|分钟?|小时|天)前`,
  'giu',
);
const MARK =
  /^[\s✓✔·•|()（）]*(?:已读|未读|已送达|送达|已发送|发送中|发送失败|已编辑|read|unread|seen|sent|sending|delivered|edited|failed|pending)?[\s✓✔·•|()（）.…]*$/i;

export const saysSend = (text: string): boolean => SEND.test(text);
export const namesSend = (name: string): boolean => SEND_NAME.test(name);
export const namesOtherControl = (text: string): boolean => OTHER_CONTROL.test(text);
export const isSearch = (text: string): boolean => SEARCH.test(text);
export const isMessageEditor = (text: string): boolean => EDITOR.test(text);
export const isOtherEditor = (text: string): boolean => OTHER_EDITOR.test(text);
/** Nothing but a time or a date, as chats write them. */
export const isTime = (text: string): boolean => text.length <= 60 && TIME.test(text);
/** A text without the days and clocks in it: what stays of a message's header is its sender's name. */
export const withoutTimes = (text: string): string =>
  text.replace(TIMES_IN, '').replace(/^[\s,，·・•|-]+|[\s,，·・•|-]+$/g, '');
/** Nothing but a sign of what became of a message. */
export const isMark = (text: string): boolean => text.length <= 20 && MARK.test(text);

/** A mark that only messages of our own carry: what became of them at the other end. */
export const isReceipt = (text: string): boolean => isMark(text) && /\p{L}|[✓✔]/u.test(text);
/** How an interface calls whoever looks at it. */
export const isSelf = (name: string): boolean => SELF.test(name);
/** A name that speaks for a shop. */
export const isShop = (name: string): boolean =>
  /客服|旗舰|专[营卖]店|seller|agent|support|staff|admin/i.test(name);
/** A class or attribute that says no less. */
export const namesSelf = (name: string): boolean => SELF_NAME.test(spaced(name)) && !denied(name);

/** Which side a class name, attribute or label speaks of; null where it speaks of none or of both. */
export function sideNamed(name: string): 'own' | 'other' | null {
  const [own, other] = [OWN.test(spaced(name)), OTHER.test(spaced(name))];
  if (own === other) return null;
  return own !== denied(name) ? 'own' : 'other';
}
