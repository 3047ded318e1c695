import '../panel/panel.css';
import './proposing.css';
import { Proposing } from './Proposing.tsx';
import type { ProposingView } from './view.ts';

const offer: ProposingView = {
  language: 'zh-CN',
  line: { kind: 'offer', text: '这款杯盖里外两层都能拆，泡十分钟温水再擦，味道就没了' },
  key: 'Alt S',
};
const done = (outcome: 'kept' | 'waiting' | 'known' | 'failed'): ProposingView => ({
  ...offer,
  line: { kind: 'done', outcome },
});

/** Every state of the line, by name. */
export const views: Readonly<Record<string, ProposingView>> = {
  none: { ...offer, line: { kind: 'none' } },
  offer,
  'without a key': { ...offer, key: null },
  kept: done('kept'),
  waiting: done('waiting'),
  known: done('known'),
  failed: done('failed'),
  english: { ...offer, language: 'en' },
};

export const viewport = { width: 360, height: 120 };

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <aside key={name} class="cs at-left" style={{ width: '320px' }}>
      <Proposing view={view} on={() => undefined} />
    </aside>,
  ]),
);
