import '../panel/panel.css';
import './notices.css';
import { Notices } from './Notices.tsx';
import type { NoticesView } from './view.ts';

const shortage = {
  key: 'shortage.1',
  title: '蓝色 500ml 今天缺货',
  body: '蓝色 500ml 到明天中午前发不出。\n买家问到就先说缺货，再推荐同容量的白色；已付款的问是等还是退。',
  mustRead: true,
  expiry: '2026-11-23T12:00',
};
const stopped = {
  key: 'stopped.1',
  title: '两个地区暂停派送',
  body: '大雪封路，恢复时间看快递公告。',
  mustRead: false,
};

/** Every state of the notices, by name. */
export const views: Readonly<Record<string, NoticesView>> = {
  none: { language: 'zh-CN', notices: [] },
  'one to read': { language: 'zh-CN', notices: [shortage] },
  two: { language: 'zh-CN', notices: [shortage, stopped] },
  english: { language: 'en', notices: [stopped] },
};

export const viewport = { width: 360, height: 320 };

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <aside key={name} class="cs at-left" style={{ width: '320px' }}>
      <Notices view={view} on={() => undefined} />
    </aside>,
  ]),
);
