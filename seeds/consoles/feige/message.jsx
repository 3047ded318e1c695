// One row of the thread. 飞鸽 keeps its test hooks (typo included) and hashes the rest; a row shows a time
// without a date, and an automatic reply carries its origin as a line of text.

import { avatar, goods, photo } from '../shared/picture.js';
import { dayTime } from '../shared/time.js';

const TIME = 'O4UWWFoQxgMq4AWHMq25';
const MARKERS = {
  '': '抖音电商智能客服发送',
  merchant: '商家配置发送',
  system: '系统消息',
  Welcome: '商家配置发送',
};

function Card({ item }) {
  const [whole, cents] = item.price.split('.');
  return (
    <div className="chatd-card">
      <img src={goods} alt="" />
      <div>
        <div className="pigeon-card-place-holder-text">
          <span className="content">{item.title}</span>
        </div>
        <span className="chatd-price">
          ¥<span className="chatd-price-price-inter">{whole}</span>
          <span className="chatd-price-price-decimal">.{cents}</span>
        </span>
      </div>
    </div>
  );
}

function Body({ message }) {
  const { content } = message;
  if ('image' in content) return <img className="Uq8ZtPicture" src={photo} alt="图片" />;
  if ('item' in content) return <Card item={content.item} />;
  return (
    <pre>
      <span>{'text' in content ? content.text : `订单 ${content.order}`}</span>
    </pre>
  );
}

/** Rows that nobody wrote: no bubble, no side. */
function Notice({ message, mine }) {
  const text = message.recalled ? `${mine ? '你' : '对方'}撤回了一条消息` : message.content.text;
  return (
    <div data-qa-id="qa-message-warpper" className="msgItemWrap">
      <div data-id={message.id} className="tipKf3Qe">
        <span>{text}</span>
      </div>
    </div>
  );
}

export function Message({ message, conversation, shop }) {
  const mine = message.by !== 'buyer';
  if (message.by === 'system' || message.recalled) return <Notice message={message} mine={mine} />;
  const side = mine ? 'messageIsMe vR2mWp' : 'messageNotMe hT7yLc';
  const marker = message.by === 'robot' ? MARKERS[message.variant] : null;
  const face = mine ? avatar('shop', shop) : avatar(conversation.uid, conversation.name);
  return (
    <div data-qa-id="qa-message-warpper" data-qa-message-id={message.id} className="msgItemWrap">
      <div data-id={message.id} className="messageCard_x9d2">
        <div
          className={`${message.variant === 'leave' ? 'leaveMessage ' : ''}${side}`}
          style={{ flexDirection: mine ? 'row-reverse' : 'row' }}
        >
          <img className="faceB1nz" src={face} alt="头像" />
          <div className="bubbleWrapMz4">
            <div className={TIME}>{dayTime(message.at)}</div>
            <div className="bubbleN8fa">
              <Body message={message} />
            </div>
            {marker && <div className="originPw3s">{marker}</div>}
            {message.by === 'agent' && <div className="readQe7k">{message.read ? '已读' : '未读'}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}
