import '../ui/page.css';
import './supervisor.css';
import { InLanguage } from '../ui/InLanguage.tsx';
import { SupervisorPage } from './SupervisorPage.tsx';
import * as sample from './sample.ts';
import type { SupervisorView } from './view.ts';

export const viewport = { width: 1366, height: 768 };

const ignore = () => undefined;
const show = (view: SupervisorView) => (
  <InLanguage language="zh-CN">
    <SupervisorPage view={view} act={ignore} />
  </InLanguage>
);

export default {
  loading: show({ ...sample.nothing, agents: { kind: 'loading' } }),
  empty: show(sample.nothing),
  failed: show({ ...sample.nothing, agents: { kind: 'failed', what: sample.TROUBLE } }),
  'empty, all files wrong': show({ ...sample.nothing, imports: sample.wrongFiles }),
  reading: show({ ...sample.few, imports: sample.reading }),
  few: show(sample.few),
  'after import': show({ ...sample.few, imports: sample.imports }),
  'days chosen': show({ ...sample.few, period: { kind: 'days', from: '2025-11-03', to: '2025-11-09' } }),
  many: show(sample.many),
  'entering inputs': show(sample.entering),
  'a log removed': show({ ...sample.few, notice: sample.removed }),
  turns: show({ ...sample.few, details: sample.turns }),
  findings: show({ ...sample.few, details: sample.findings }),
  conversations: show({ ...sample.few, details: sample.conversations }),
  'nothing missed': show({ ...sample.few, details: sample.nothingMissed }),
  rubric: show({ ...sample.few, rubric: sample.rubric }),
  'no key yet': show({ ...sample.nothing, keys: { list: [], told: null } }),
  keys: show({ ...sample.few, keys: sample.keys }),
  'keys failed': show({
    ...sample.few,
    keys: { list: [], told: { text: sample.TROUBLE, tone: 'trouble' } },
  }),
  english: (
    <InLanguage language="en">
      <SupervisorPage view={sample.few} act={ignore} />
    </InLanguage>
  ),
};
