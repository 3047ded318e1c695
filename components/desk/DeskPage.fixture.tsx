import '../ui/page.css';
import './desk.css';
import { InLanguage } from '../ui/InLanguage.tsx';
import { DeskPage } from './DeskPage.tsx';
import type { DeskView } from './view.ts';

const SINCE = Date.parse('2025-11-03T09:02:00+08:00');
const ignore = () => undefined;

const quiet: DeskView = {
  person: null,
  today: {
    conversations: 0,
    meanSeconds: null,
    turns: 0,
    withinTarget: 0,
    targetSeconds: 180,
    sentFindings: 0,
    fixedDrafts: 0,
    openCases: 0,
  },
  log: { kind: 'empty' },
  exports: [],
  exporting: null,
  notice: null,
};

const busy: DeskView = {
  ...quiet,
  person: '小柚',
  today: {
    conversations: 64,
    meanSeconds: 31.2,
    turns: 148,
    withinTarget: 143,
    targetSeconds: 180,
    sentFindings: 2,
    fixedDrafts: 11,
    openCases: 3,
  },
  log: {
    kind: 'some',
    events: 4204,
    conversations: 164,
    days: { from: '2025-11-03', to: '2025-11-08' },
    since: SINCE,
  },
  exports: [
    { id: 'e2', at: SINCE + 432_000_000, recipient: '客服 01', events: 3610 },
    { id: 'e1', at: SINCE + 86_400_000, recipient: '客服 01', events: 812 },
  ],
};

const exporting = {
  choice: { agent: '小柚', days: null },
  events: 4204,
  hasText: true,
  state: 'asking',
} as const;

const show = (view: DeskView) => (
  <InLanguage language="zh-CN">
    <DeskPage view={view} act={ignore} />
  </InLanguage>
);

export default {
  loading: show({ ...quiet, today: null, log: { kind: 'loading' } }),
  'first day': show(quiet),
  failed: show({ ...quiet, log: { kind: 'failed', why: '磁盘已满' } }),
  busy: show(busy),
  'never exported': show({ ...busy, exports: [] }),
  'about to export': show({ ...busy, exporting }),
  'export of two days': show({
    ...busy,
    exporting: {
      ...exporting,
      events: 812,
      choice: { agent: '小柚', days: { from: '2025-11-04', to: '2025-11-05' } },
    },
  }),
  'nothing to export': show({ ...busy, exporting: { ...exporting, events: 0, hasText: false } }),
  exported: show({
    ...busy,
    notice: {
      text: '已导出 counterside-小柚-20251108.cslog，4,204 条记录。文件在浏览器的下载文件夹里。',
      tone: 'fine',
      undo: false,
    },
  }),
  english: (
    <InLanguage language="en">
      <DeskPage view={{ ...busy, exporting }} act={ignore} />
    </InLanguage>
  ),
};
