import '../ui/page.css';
import './packs.css';
import { InLanguage } from '../ui/InLanguage.tsx';
import { Packs } from './Packs.tsx';
import type { OfferedView, PackInUseView, PacksView } from './view.ts';

const AT = Date.parse('2026-11-21T14:02:11+08:00');

const base: PackInUseView = {
  id: 'counterside-base',
  title: '柜边基础话术包',
  version: 1,
  publisher: 'Counterside',
  layer: 'base',
  builtIn: true,
  fingerprint: null,
  installedAt: null,
  state: 'in-use',
  entries: [
    { section: 'scripts', id: 'ship-when', title: '什么时候发货', on: true },
    { section: 'scripts', id: 'greet-open', title: '开场问候', on: false },
    { section: 'rules', id: 'taboo-blame', title: '反问买家', on: true },
  ],
  before: null,
  after: null,
};

const shop: PackInUseView = {
  ...base,
  id: 'cup-shop',
  title: '晴天杯子店话术包',
  version: 8,
  publisher: '晴天杯子店',
  layer: 'shop',
  builtIn: false,
  fingerprint: 'fed8 1f61 9225 c3e5 ce9d 3167 8739 557c',
  installedAt: AT,
  entries: [
    { section: 'scripts', id: 'cup-wash', title: '杯子怎么洗', on: true },
    { section: 'notices', id: 'blue-out', title: '蓝色缺货', on: true },
    { section: 'products', id: 'cup-500', title: '保温杯 500ml', on: true },
  ],
  before: { hash: 'a', version: 7 },
};

const offered: OfferedView = {
  kind: 'good',
  file: 'cup-shop.cspack',
  title: '晴天杯子店话术包',
  publisher: '晴天杯子店',
  layer: 'shop',
  from: 8,
  to: 9,
  fingerprint: shop.fingerprint,
  signedOff: [
    { step: 'prepared', by: '小李', on: '2026-11-20' },
    { step: 'approved', by: '王主管', on: '2026-11-21' },
  ],
  changes: [
    { section: 'scripts', id: 'lid', title: '杯盖漏水怎么办', kind: 'added' },
    { section: 'scripts', id: 'cup-wash', title: '杯子怎么洗', kind: 'changed' },
    { section: 'notices', id: 'blue-out', title: '蓝色缺货', kind: 'removed' },
  ],
  issues: [],
  same: false,
};

const usual: PacksView = { packs: [base, shop], conflicts: [], offered: null, busy: false };

/** Every state of the pack section, by name. */
export const views = {
  loading: { ...usual, packs: null },
  'only built in': { ...usual, packs: [base] },
  usual,
  'ended and unsigned': {
    ...usual,
    packs: [base, { ...shop, fingerprint: null, state: 'ended', before: null }],
  },
  'went back': {
    ...usual,
    packs: [base, { ...shop, version: 7, before: null, after: { hash: 'b', version: 8 } }],
  },
  offered: { ...usual, offered },
  'new and unsigned': {
    ...usual,
    offered: {
      ...offered,
      from: null,
      fingerprint: null,
      signedOff: [],
      issues: [{ code: 'W_UNSIGNED', path: '', message: '' }],
    },
  },
  same: { ...usual, offered: { ...offered, same: true, changes: [] } },
  bad: {
    ...usual,
    offered: {
      kind: 'bad',
      file: 'cup-shop.cspack',
      issues: [
        { code: 'E_SIGNATURE', path: 'signature', message: '' },
        { code: 'E_UNKNOWN_FIELD', path: '', message: 'scirpts → scripts?', line: 3, column: 7 },
      ],
    },
  },
  conflicts: {
    ...usual,
    conflicts: [{ code: 'W_CONFLICT', path: 'scripts/cup-wash', message: 'cup-wash (甲, 乙)' }],
  },
} as const satisfies Readonly<Record<string, PacksView>>;

export default Object.fromEntries(
  Object.entries(views).map(([name, view]) => [
    name,
    <InLanguage key={name} language="zh-CN">
      <main>
        <Packs view={view} act={() => undefined} />
      </main>
    </InLanguage>,
  ]),
);
