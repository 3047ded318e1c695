import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const ROW = '.kwaishop-cs-LayoutDefaultWrapper';
const NAME = { css: '.SessionBaseCard-topHeadName', without: [['下单数(', ')']] } as const;

/**
 * 快手小店: React with antd and Quill, classes that mean what they say. Times have no year. The list shows names
 * only, so the name is the key; the groups of the list tell who waits.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'kuaishou',
  label: '快手小店',
  matches: ['https://im.kwaixiaodian.com/workbench*', 'https://im.kwaixiaodian.com/pc*'],
  metric: 'kuaishou-3min-rate',
  zone: 'Asia/Shanghai',
  ready: '.ChatMessageList, .SessionBaseCard',
  unusable: [
    { reason: 'kicked', says: ['在别处登录', '其他地方登录'] },
    { reason: 'login', says: ['登录已过期', '扫码登录'] },
  ],
  messages: '.ChatMessageList',
  row: {
    at: ['.ChatMessageList-ContentWrap > [id^="0_"]', '[id*="cs-common-message-list-item"]'],
    skip: [],
    id: [{ css: '[id^="0_"], [id*="cs-common-message-list-item"]', attribute: 'id' }],
    sender: `${ROW}_beforeMsgBody`,
    origin: [
      { by: 'robot', says: ['[系统自动回复消息]'] },
      { by: 'system', says: ['[系统消息]', '【防诈贴士】', '超时未回复，会话关闭'] },
      { by: 'system', css: '.kwaishop-cs-BizNoticeCard, .kwaishop-cs-bizBuyerFromCard' },
      // Cards that the platform's marketing puts on the shop's side.
      {
        by: 'robot',
        css: `${ROW}__isMine:not(:has(.kwaishop-cs-BizTextCard))`,
        label: ['立省', '券后价', '支持新人特权'],
      },
      { by: 'buyer', css: `${ROW}__notMe` },
      { by: 'agent', css: `${ROW}__isMine` },
      { by: 'buyer', sender: 'buyer' },
    ],
    content: [
      { kind: 'order', css: '.OrderCard' },
      { kind: 'product', css: '[class*="GoodsCard"]' },
      { kind: 'video', css: `${ROW}_msgBody video` },
      { kind: 'image', css: `${ROW}_msgBody img` },
    ],
    text: ['.kwaishop-cs-BizTextCard', '.kwaishop-cs-BizNoticeCard'],
    time: [
      { read: 'text', css: '[class*="LayoutDefaultWrapper__time"]', formats: ['MM-DD', 'YYYY-MM-DD'] },
      { read: 'text', css: `${ROW}_beforeMsgBody`, formats: ['MM-DD', 'YYYY-MM-DD'] },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-name',
    key: [{ ...NAME, css: '.SessionBaseCard.active .SessionBaseCard-topHeadName' }],
    buyer: { ...NAME, css: '.SessionBaseCard.active .SessionBaseCard-topHeadName' },
  },
  contacts: {
    row: ['.SessionBaseCard'],
    name: [NAME],
    time: [{ css: '[class*="SessionBaseCard-time"]', formats: ['relative', ...DATED] }],
    unread: '.SessionBaseCard-unread-rot',
    groups: {
      css: '.SessionListGroupItem',
      title: '.SessionListGroupItem-groupName',
      says: ['请在3分钟内回复', '已超时'],
    },
    pseudo: [],
  },
  shop: '.LoginUserInfo-mainTitle-text',
  order: { css: '.oid', url: '&td={id}', shape: '################' },
  composer: [{ kind: 'contenteditable', css: '.SendBox .SendBox-Editor .ql-editor' }],
  send: '.SendBox-buttonRight .ant-btn-primary',
  confirm: '.ant-modal .ant-btn-primary',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
