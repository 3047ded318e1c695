import '../ui/page.css';
import './options.css';
import { InLanguage } from '../ui/InLanguage.tsx';
import { OptionsPage } from './OptionsPage.tsx';
import type { OptionsView } from './view.ts';

const AT = Date.parse('2025-11-21T14:02:11+08:00');
const ignore = () => undefined;

const view: OptionsView = {
  settings: { language: 'auto', salutation: '亲', keepText: true, holdAt: 'block' },
  pack: { title: '柜边基础话术包', version: '1.0.0', scripts: 86, rules: 142 },
  consoles: [
    {
      id: 'pinduoduo',
      name: '拼多多商家后台',
      host: 'mms.pinduoduo.com',
      health: { kind: 'healthy', at: AT },
    },
    { id: 'feige', name: '抖店飞鸽', host: 'im.jinritemai.com', health: { kind: 'unseen' } },
  ],
  notice: null,
};

const show = (shown: OptionsView) => (
  <InLanguage language="zh-CN">
    <OptionsPage view={shown} act={ignore} />
  </InLanguage>
);

export default {
  loading: show({ ...view, settings: null }),
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
  saved: show({ ...view, notice: { text: '已保存', tone: 'fine', undo: false } }),
  english: (
    <InLanguage language="en">
      <OptionsPage view={view} act={ignore} />
    </InLanguage>
  ),
};
