import '../panel/panel.css';
import './waiters.css';
import type { WaitersView } from './view.ts';
import { Waiters } from './Waiters.tsx';

const one: WaitersView = {
  language: 'zh-CN',
  late: { count: 1, name: '果果', seconds: 201 },
  key: 'Alt 0',
  trouble: null,
};

/** Every state of the reminder, by name. */
export const views: Readonly<Record<string, WaitersView>> = {
  none: { ...one, late: null },
  one,
  several: { ...one, late: { count: 4, name: '爱吃甜点的小鹿在路上', seconds: 4_205 } },
  'without a name or key': { ...one, late: { count: 1, name: null, seconds: 190 }, key: null },
  missing: { ...one, trouble: 'missing' },
  unheard: { ...one, late: null, trouble: 'unheard' },
  english: { ...one, language: 'en', late: { count: 2, name: 'S***n', seconds: 201 } },
};

export const viewport = { width: 360, height: 160 };

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <aside key={name} class="cs at-left" style={{ width: '320px' }}>
      <Waiters view={view} on={() => undefined} />
    </aside>,
  ]),
);
