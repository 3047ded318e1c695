import pinduoduo from '../adapters/consoles/pinduoduo.ts';
import type { Call, Calls } from '../messaging/contract.ts';

const place = { console: 'c', shop: 's', seat: 'x' };
const layout = { side: 'right', x: 0, y: 0, width: 320, collapsed: false } as const;

/** A good question for each call. */
export const GOOD: { readonly [C in Call]: Calls[C]['ask'] } = {
  begin: { console: 'c', boot: '0123456789abcdef', bring: ['screening', 'panel'] },
  'left.take': { left: [] },
  hello: { console: 'c' },
  append: {
    observations: [
      {
        kind: 'message-seen',
        id: 'a-1',
        at: 1,
        mono: 1,
        bootId: 'a',
        place,
        conversation: 'k',
        buyer: null,
        key: { source: 'platform', value: '1' },
        by: 'buyer',
        content: 'text',
        text: '在吗',
        seen: 'live',
        sentAt: { precision: 'none', source: 'observed' },
      },
    ],
  },
  'proposal.keep': { id: 'p', home: { place, conversation: 'k' }, asked: '', text: '好' },
  'proposal.drop': { id: 'p', home: null },
  'proposal.restore': {
    row: { id: 'p', at: 1, console: 'c', person: null, conversation: 'k', asked: '', text: '好' },
  },
  'adapter.mine': null,
  'adapter.save': { adapter: pinduoduo },
  'adapter.drop': { id: 'c' },
  'chat.look': null,
  'chat.point': { tab: null },
  'health.tell': { health: 'fine' },
  'part.load': { part: 'case-form' },
  'desk.catalogue': null,
  'desk.card': { place: { console: 'pinduoduo', shop: 's', seat: 'a' }, conversation: 'c' },
  'desk.act': {
    id: 'a-1',
    home: null,
    acts: [{ kind: 'case-opened', case: 'k', category: 'logistics' }],
  },
  'case.suggest': { place, turns: [{ by: 'buyer', text: '到哪了' }] },
  'buyer.save': {
    place: { console: 'pinduoduo', shop: 's', seat: 'a' },
    conversation: 'c',
    tags: [],
    note: '',
  },
  'desk.days': { days: ['2026-11-02'], person: null },
  'checklist.tick': { id: 'a-2', list: 'shift-start', run: 'r', item: 'orders', done: true, found: '' },
  'roster.save': { roster: null },
  suggest: { place, turns: [{ by: 'buyer', text: '在吗' }], slots: {}, sent: [] },
  'layout.save': { console: 'c', layout },
  today: { console: 'c' },
  'turn.judge': { place, replies: ['在的'], earlier: [], welcomed: false },
  'rule.quiet': { place, rule: 'tone', quiet: true },
  'packs.install': { file: '{}', consents: ['W_UNSIGNED'] },
  'packs.use': { pack: 'p', hash: 'h' },
  'packs.remove': { pack: 'p' },
  'packs.item': { pack: 'p', item: 'scripts/a', on: false },
  'page.open': { page: 'desk' },
  'log.seal': null,
  'loss.read': null,
  'buyer.erase': { buyer: 'S***n' },
  'settings.save': { language: 'en' },
  'person.set': { person: '小李' },
};
