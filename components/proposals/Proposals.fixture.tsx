import '../ui/page.css';
import '../packs/packs.css';
import './proposals.css';
import { InLanguage } from '../ui/InLanguage.tsx';
import { Proposals } from './Proposals.tsx';
import type { ProposalsView } from './view.ts';

const rows = [
  {
    id: 'a',
    at: Date.parse('2026-11-21T14:02:11+08:00'),
    console: '拼多多商家后台',
    person: '小夏',
    asked: '杯盖里面有股味道怎么去掉',
    text: '这款杯盖里外两层都能拆，泡十分钟温水再擦，味道就没了',
  },
  {
    id: 'b',
    at: Date.parse('2026-11-21T10:40:00+08:00'),
    console: '抖店飞鸽',
    person: null,
    asked: '',
    text: '师傅上门前会打⟦手机号⟧给您，您看方便的时间',
  },
];

/** Every state of the proposals, by name. */
export const views: Readonly<Record<string, ProposalsView>> = {
  loading: { rows: null, adopted: 0 },
  none: { rows: [], adopted: 0 },
  some: { rows, adopted: 0 },
  'some adopted': { rows: [], adopted: 3 },
};

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <InLanguage key={name} language="zh-CN">
      <main>
        <Proposals view={view} act={() => undefined} />
      </main>
    </InLanguage>,
  ]),
);
