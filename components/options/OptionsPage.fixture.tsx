import '../ui/page.css';
import './options.css';
import '../packs/packs.css';
import { views as packViews } from '../packs/Packs.fixture.tsx';
import { InLanguage } from '../ui/InLanguage.tsx';
import { OptionsPage } from './OptionsPage.tsx';
import type { OptionsView } from './view.ts';

const AT = Date.parse('2025-11-21T14:02:11+08:00');
const ignore = () => undefined;

const view: OptionsView = {
  settings: {
    language: 'auto',
    salutation: '亲',
    keepText: true,
    keepRaw: false,
    holdAt: 'block',
    waiterKey: 'Alt+0',
  },
  keyOwners: { 'Alt+Q': ['抖店飞鸽'] },
  proposals: { rows: [], adopted: 0 },
  packs: packViews.usual,
  consoles: [
    {
      id: 'pinduoduo',
      name: '拼多多商家后台',
      host: 'mms.pinduoduo.com',
      health: { kind: 'healthy', at: AT },
    },
    { id: 'feige', name: '抖店飞鸽', host: 'im.jinritemai.com', health: { kind: 'unseen' } },
  ],
  sites: [
    {
      host: 'chat.example',
      adapter: { id: 'own-chat.example', label: '小店客服' },
      state: 'read',
      origin: true,
    },
    { host: 'im.example', adapter: null, state: 'unread', origin: true },
    {
      host: 'old.example',
      adapter: { id: 'own-old.example', label: '旧客服台' },
      state: 'denied',
      origin: false,
    },
  ],
  quiet: [],
  notice: null,
};

const blame = {
  console: 'pinduoduo',
  consoleName: '拼多多商家后台',
  shop: '晴天杯子店',
  rule: 'taboo-counter-question',
  title: '反问买家',
  since: AT,
};

const show = (shown: OptionsView) => (
  <InLanguage language="zh-CN">
    <OptionsPage view={shown} act={ignore} />
  </InLanguage>
);

export default {
  loading: show({ ...view, settings: null, quiet: null }),
  usual: show(view),
  'a console changed its page': show({
    ...view,
    consoles: [
      {
        id: 'pinduoduo',
        name: '拼多多商家后台',
        host: 'mms.pinduoduo.com',
        health: { kind: 'broken', at: AT, missing: ['输入框', '买家昵称'] },
      },
      { id: 'feige', name: '抖店飞鸽', host: 'im.jinritemai.com', health: { kind: 'denied' } },
    ],
  }),
  'rules silenced': show({
    ...view,
    quiet: [
      blame,
      {
        ...blame,
        console: 'feige',
        consoleName: '抖店飞鸽',
        shop: 'unknown',
        rule: 'vague-soon',
        title: '没说时间',
      },
    ],
  }),
  restored: show({
    ...view,
    notice: { text: '已恢复：“反问买家”在重新打开的聊天页里会再提醒', tone: 'fine', undo: false },
  }),
  saved: show({ ...view, notice: { text: '已保存', tone: 'fine', undo: false } }),
  english: (
    <InLanguage language="en">
      <OptionsPage view={{ ...view, quiet: [blame] }} act={ignore} />
    </InLanguage>
  ),
};
