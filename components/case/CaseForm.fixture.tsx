import '../panel/panel.css';
import { CaseForm } from './CaseForm.tsx';
import type { CaseFormView } from './view.ts';

const fresh: CaseFormView = { language: 'zh-CN', conversation: 'c1', case: { kind: 'none' }, notice: null };
const open: CaseFormView = {
  ...fresh,
  case: {
    kind: 'open',
    id: 'k1',
    category: 'return_exchange',
    note: '杯子到货碎了，买家要换新。已请买家补拍外箱。',
    openedAt: Date.UTC(2026, 10, 20, 6, 5),
  },
};

/** Every state of the case form, by name; tests and the shelf draw them. */
export const views: Readonly<Record<string, CaseFormView>> = {
  none: fresh,
  open,
  opened: { ...open, notice: 'case-opened' },
  english: { ...open, language: 'en', notice: 'case-saved' },
};

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <CaseForm key={name} view={view} on={() => undefined} />,
  ]),
);
