import 'fake-indexeddb/auto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import pinduoduo from '../adapters/consoles/pinduoduo.ts';
import type { Observation } from '../core/event.ts';
import { type Call, type Calls, PAGE_ONLY, PROTOCOL } from '../messaging/contract.ts';
import { DeskDb } from '../storage/cases/db.ts';
import { LearnedDb } from '../storage/learned/db.ts';
import { LogDb } from '../storage/log/db.ts';
import { eventsOf } from '../storage/log/read.ts';
import { wipeLog } from '../storage/log/wipe.ts';
import { saveQuiet } from '../storage/quiet.ts';
import { GOOD } from './questions.fixture.ts';

// A hang limit only: compiling rules takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SHIP = '您好，今天下午就给您发货';

vi.mock('virtual:seeds/base-pack', () => ({
  default: {
    format: 'counterside-pack/1',
    id: 'base',
    version: 1,
    title: '基础话术包',
    publisher: 'test',
    license: 'test',
    categories: [
      { id: 'l', title: '物流', class: 'logistics', examples: ['快递到哪了', '物流一直不动', '多久能到'] },
      { id: 'i', title: '发票', class: 'invoice', examples: ['怎么开发票', '发票抬头写错了', '要专票'] },
      { id: 'p', title: '商品', class: 'product', examples: ['有几种颜色', '尺寸多大', '是什么材质'] },
    ],
    rules: [
      {
        id: 'diversion.wechat',
        kind: 'phrase',
        category: 'diversion',
        level: 'block',
        title: '引流',
        message: '站外联系方式',
        why: '平台规则',
        phrases: ['加我微信'],
        trips: ['加我微信'],
        passes: ['你好'],
        source: 'test',
        seenOn: '2026-11-13',
        confidence: 'high',
      },
      {
        id: 'taboo.blame',
        kind: 'phrase',
        category: 'taboo',
        level: 'warn',
        title: '反问',
        message: '像在怪买家',
        why: '考核规范',
        phrases: ['你搞错了'],
        trips: ['你搞错了'],
        passes: ['你好'],
        source: 'test',
        seenOn: '2026-11-13',
        confidence: 'high',
      },
    ],
    scripts: [
      {
        id: 'ship',
        title: '发货时间',
        stage: 'in-sale',
        intents: [{ name: '发货', examples: ['什么时候发货', '多久能发货'] }],
        body: '您好，今天下午就给您发货',
        source: ['test'],
      },
    ],
  },
}));

vi.mock('virtual:seeds/base-rules', async () => {
  const { default: pack } = await import('virtual:seeds/base-pack');
  const { compileRules } = await import('../scripts-library/screen/compile.ts');
  return { default: compileRules(pack.rules, { packHash: 'test' }) };
});

/** The browser as the background sees it; `kill` forgets its listeners, as its death does, and keeps the database. */
const fake = vi.hoisted(() => {
  const listeners: ((message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown)[] = [];
  const installed: ((details: { reason: string }) => void)[] = [];
  const scripts: { target: { tabId: number }; files: string[] }[] = [];
  const opened: string[] = [];
  const registered: { matches: string[] }[] = [];
  const alarms: ((alarm: { name: string }) => void)[] = [];
  const waking = new Map<string, number>();
  const badges: string[] = [];
  const remembered = new Map<string, unknown>();
  const told: { id: number | undefined; news: unknown }[] = [];
  const browser = {
    runtime: {
      id: 'ours',
      getManifest: () => ({ version: '1.0.0' }),
      getURL: (path: string) => `chrome-extension://ours${path}`,
      onMessage: { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) },
      onInstalled: { addListener: (listener: (typeof installed)[number]) => installed.push(listener) },
      onUpdateAvailable: { addListener: () => undefined },
      onStartup: { addListener: () => undefined },
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins[0] === 'https://own.example/*',
      getAll: async () => ({ origins: ['https://own.example/*', 'https://mms.pinduoduo.com/*'] }),
      onAdded: { addListener: () => undefined },
      onRemoved: { addListener: () => undefined },
    },
    i18n: { getUILanguage: () => 'zh-CN' },
    alarms: {
      onAlarm: { addListener: (listener: (alarm: { name: string }) => void) => alarms.push(listener) },
      create: async (name: string, { when }: { when: number }) => waking.set(name, when),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => badges.push(text),
      setBadgeBackgroundColor: async () => undefined,
    },
    notifications: { create: async () => undefined },
    storage: {
      local: {
        get: async (key: string) => ({ [key]: remembered.get(key) }),
        set: async (values: object) => {
          for (const [key, value] of Object.entries(values)) remembered.set(key, value);
        },
      },
    },
    tabs: {
      // All that is open is at consoles that we ship.
      query: async ({ url }: { url?: string[] }) =>
        url?.includes('https://own.example/*') ? [] : [{ id: 7 }, { id: 8 }, {}],
      sendMessage: async (id: number | undefined, news: unknown) => told.push({ id, news }),
      create: async ({ url }: { url: string }) => opened.push(url),
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async (some: { matches: string[] }[]) => void registered.push(...some),
      executeScript: async (injection: (typeof scripts)[number]) => {
        if (injection.target.tabId === 7) throw new Error('the tab sleeps');
        scripts.push(injection);
      },
    },
  };
  return {
    remembered,
    browser,
    listeners,
    alarms,
    waking,
    badges,
    installed,
    scripts,
    opened,
    registered,
    told,
  };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));
// Node knows no disk.
vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 2 ** 40, usage: 0 }) } });

const PDD = { id: 'ours', url: 'https://mms.pinduoduo.com:8443/chat-merchant/index.html#/', tab: { id: 5 } };
const PLACE = { console: 'pinduoduo', shop: '小店', seat: '客服一号' };
const DESK = { id: 'ours', url: 'chrome-extension://ours/desk.html', tab: { id: 1 } };

function kill() {
  fake.listeners.length = 0;
  fake.installed.length = 0;
}

async function live() {
  kill();
  vi.resetModules();
  const { default: background } = await import('../entrypoints/background.ts');
  background.main();
}

function ask<C extends Call>(
  call: C,
  what: Calls[C]['ask'],
  sender: object = PDD,
): Promise<Calls[C]['answer']> {
  return new Promise((resolve, reject) => {
    const [listener] = fake.listeners;
    if (!listener) throw new Error('nobody listens');
    listener({ protocol: PROTOCOL, call, ask: what }, sender, (reply) => {
      const said = reply as { ok: boolean; answer: Calls[C]['answer']; error: string; message: string };
      if (said.ok) resolve(said.answer);
      else reject(new Error(`${said.error}: ${said.message}`));
    });
  });
}

let counter = 0;
function seen(text: string, about: object = {}): Observation {
  counter += 1;
  return {
    kind: 'message-seen',
    id: `tab-${counter}`,
    at: Date.now(),
    mono: counter,
    bootId: 'tab',
    buyer: 'S***n',
    place: { console: 'pinduoduo', shop: '小店', seat: '客服一号' },
    conversation: 'k1',
    by: 'buyer',
    content: 'text',
    text,
    key: { source: 'platform', value: text },
    seen: 'live',
    sentAt: { precision: 'none', source: 'observed' },
    ...about,
  } as Observation;
}
const act = (kind: string, about: object = {}) =>
  ({
    ...seen('', about),
    kind,
    key: undefined,
    by: undefined,
    content: undefined,
    text: undefined,
    seen: undefined,
    sentAt: undefined,
    ...about,
  }) as unknown as Observation;
const plain = (observation: Observation) => JSON.parse(JSON.stringify(observation)) as Observation;

async function log() {
  const db = new LogDb();
  const events = await eventsOf(db);
  db.close();
  return events;
}

/** All that is stored anywhere, as text. */
async function everything(): Promise<string> {
  const rows: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of db.objectStoreNames) {
      const reading = db.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => {
        reading.onsuccess = resolve;
      });
      rows.push(name, store, reading.result);
    }
    db.close();
  }
  return inspect([rows, [...fake.remembered]], { depth: 20, maxArrayLength: null, maxStringLength: null });
}

beforeEach(async () => {
  const db = new LogDb();
  await wipeLog(db);
  await db.values.clear();
  fake.remembered.clear();
  db.close();
  fake.scripts.length = 0;
  fake.opened.length = 0;
  await live();
});
afterEach(kill);

describe('the background', () => {
  it('says hello with all that a console’s page needs', async () => {
    const hello = await ask('hello', { console: 'pinduoduo' });
    expect(hello).toMatchObject({
      person: null,
      layout: null,
      packTitle: '基础话术包',
      profile: { id: 'pdd-3min-rate' },
      settings: { holdAt: 'block' },
    });
    expect(Object.keys(hello.rules.notes)).toEqual(['diversion.wechat', 'taboo.blame']);
    expect(hello.quiet).toEqual([]);
    expect(JSON.parse(JSON.stringify(hello))).toEqual(hello);
  });

  it('loses nothing and stores nothing twice though it dies between and after any two messages', async () => {
    const [one, two, three] = [seen('在吗'), seen('有货吗'), seen('人呢')];
    expect((await ask('append', { observations: [one] })).stored).toEqual([one.id]);
    await live();
    // The answer to this one is lost with the background, so the page sends it again.
    await ask('append', { observations: [two] });
    await live();
    expect((await ask('append', { observations: [two, three] })).stored).toEqual([two.id, three.id]);
    expect((await log()).map((event) => (event.kind === 'message-seen' ? event.text : event.kind))).toEqual([
      '在吗',
      '有货吗',
      '人呢',
    ]);
    expect((await log()).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('keeps pseudonyms over its deaths, so a reloaded page adds nothing', async () => {
    await ask('append', { observations: [seen('在吗')] });
    await live();
    await ask('append', {
      observations: [seen('在吗', { id: 'again-1', bootId: 'again', seen: 'backfill' })],
    });
    expect(await log()).toHaveLength(1);
  });

  it('screens what our side sent, and tells each message’s class to its sender', async () => {
    const sent = seen('亲，加我微信聊', { by: 'agent' });
    const { classes } = await ask('append', { observations: [seen('在吗'), sent] });
    expect(classes[sent.id]).toBe('substantive');
    const event = (await log()).at(-1);
    expect(event).toMatchObject({
      findings: [{ rule: 'diversion.wechat', level: 'block', start: 2, end: 6 }],
    });
    expect(JSON.stringify(event)).not.toMatch(/引流|站外/);
  });

  it('tells that a suggestion went out', async () => {
    await ask('append', {
      observations: [plain(act('suggestion-inserted', { script: 'ship' })), seen(SHIP, { by: 'agent' })],
    });
    expect((await log()).find(({ kind }) => kind === 'suggestion-sent')).toMatchObject({
      kind: 'suggestion-sent',
      script: 'ship',
      editDistance: 0,
    });
  });

  it('suggests a script for what the buyer asks', async () => {
    const { suggestions } = await ask('suggest', {
      place: { console: 'pinduoduo', shop: '小店', seat: 'x' },
      turns: [{ by: 'buyer', text: '什么时候发货呀' }],
      slots: {},
      sent: [],
    });
    expect(suggestions[0]).toMatchObject({ script: 'ship', text: SHIP });
  });

  it('finds a conversation’s open case and counts the day', async () => {
    await ask('append', {
      observations: [seen('在吗'), plain(act('case-opened', { case: 'c1', category: '物流' }))],
    });
    const open = async (conversation: string) => {
      const place = { console: 'pinduoduo', shop: '小店', seat: '别人' };
      const { opened } = await ask('append', {
        observations: [plain(act('conversation-opened', { place, conversation }))],
      });
      return opened;
    };
    expect(await open('k1')).toMatchObject({ conversation: 'k1', case: { id: 'c1', category: '物流' } });
    expect(await open('k2')).toEqual({ conversation: 'k2', case: null });
    expect(await ask('today', { console: 'pinduoduo' })).toMatchObject({
      conversations: 1,
      openCases: 1,
      targetSeconds: 180,
    });
  });

  it('suggests a case’s class, and takes what agents pick as its lesson over its deaths', async () => {
    const suggested = async (text: string) =>
      (await ask('case.suggest', { place: PLACE, turns: [{ by: 'buyer', text }] })).category;
    expect(await suggested('快递到哪了呀')).toBe('logistics');
    expect(await suggested('谢谢')).toBeNull();
    const odd = '绿豆糕漏油了咋整';
    expect(await suggested(odd)).not.toBe('complaint');
    for (const conversation of ['k1', 'k2', 'k3', 'k4']) {
      const home = { place: PLACE, conversation, buyer: null };
      await ask('append', { observations: [seen(odd, { conversation, at: Date.now() - 1_000 })] });
      const opened = { kind: 'case-opened', category: 'complaint', suggested: 'product' } as const;
      await ask('desk.act', { id: conversation, home, acts: [{ ...opened, case: `case-${conversation}` }] });
    }
    expect(await suggested(odd)).toBe('complaint');
    await live();
    expect(await suggested(odd)).toBe('complaint');
    expect(await suggested('快递到哪了呀')).toBe('logistics');
    expect((await log()).find(({ kind }) => kind === 'case-opened')).toMatchObject({
      category: 'complaint',
      suggested: 'product',
    });
  });

  it('erases a buyer everywhere: words, replies, cases, cards, follow-ups and what was learned', async () => {
    const mine = { place: PLACE, conversation: 'k1', buyer: 'S***n' };
    const other = { place: PLACE, conversation: 'k2', buyer: 'W***g' };
    const secret = '我的暗号是蓝鲸';
    for (const home of [mine, other]) {
      const { conversation, buyer } = home;
      const said = { conversation, buyer, at: Date.now() - 1_000 };
      await ask('append', {
        observations: [
          seen(`${secret}${conversation}`, said),
          seen('知道了，这就办', { ...said, by: 'agent' }),
        ],
      });
      await ask('desk.act', {
        id: `a-${conversation}`,
        home,
        acts: [
          { kind: 'case-opened', case: `c-${conversation}`, category: 'logistics' },
          { kind: 'case-changed', case: `c-${conversation}`, fields: { question: secret } },
          {
            kind: 'follow-up-set',
            followUp: `f-${conversation}`,
            what: 'callback',
            due: Date.now() + 86_400_000,
            case: null,
            note: secret,
          },
        ],
      });
      await ask('buyer.save', { place: PLACE, conversation, tags: ['老客户'], note: secret });
    }
    expect(await ask('buyer.erase', { buyer: 'S***n' }, DESK)).toMatchObject({ conversations: 1 });
    await live();

    const card = ({ conversation }: typeof mine) => ask('desk.card', { place: PLACE, conversation });
    expect(await card(mine)).toMatchObject({ open: null, earlier: [], followUps: [], tags: [], note: '' });
    expect(await card(other)).toMatchObject({
      open: { id: 'c-k2' },
      followUps: [{ id: 'f-k2' }],
      note: secret,
    });
    const stores = [new LogDb(), new DeskDb(), new LearnedDb()];
    const gone = (await card(mine)).conversation;
    for (const db of stores) {
      await db.open();
      for (const table of db.tables) {
        const rows = JSON.stringify(await table.toArray());
        expect(rows, `${db.name} ${table.name}`).not.toContain(`${secret}k1`);
        if (['cases', 'buyers', 'followUps', 'talks', 'replies'].includes(table.name))
          expect(rows, `${db.name} ${table.name}`).not.toContain(gone);
        if (table.name === 'openCases') expect(rows).not.toContain('c-k1');
      }
      db.close();
    }
    const words = (await log()).filter((event) => 'conversation' in event && event.conversation === gone);
    expect(JSON.stringify(words)).not.toContain('蓝鲸');
    expect(JSON.stringify(await log())).toContain(`${secret}k2`);
    expect((await log()).at(-1)).toMatchObject({ kind: 'values-erased', reason: 'buyer' });
    expect(await ask('buyer.erase', { buyer: 'S***n' }, DESK)).toEqual({ conversations: 0, values: 0 });
  });

  it('hands a shift over in one step, each in their own name', async () => {
    await ask('person.set', { person: '小李' }, DESK);
    await ask('append', { observations: [seen('在吗')] });
    await ask('person.set', { person: '小王' }, DESK);
    await ask('person.set', { person: '小王' }, DESK);
    await ask('person.set', { person: null }, DESK);
    expect((await log()).map(({ kind, person }) => [kind, person])).toEqual([
      ['agent-on', '小李'],
      ['message-seen', '小李'],
      ['agent-off', '小李'],
      ['agent-on', '小王'],
      ['agent-off', '小王'],
    ]);
    await expect(ask('person.set', { person: '小李' })).rejects.toThrow('not-allowed');
  });

  it('keeps where the panel sits', async () => {
    const layout = { side: 'left', x: 0, y: 0, width: 300, collapsed: true } as const;
    await ask('layout.save', { console: 'pinduoduo', layout });
    await live();
    expect((await ask('hello', { console: 'pinduoduo' })).layout).toEqual(layout);
  });

  it('keeps a rule silent in its shop over its deaths, until it is restored', async () => {
    const place = { console: 'pinduoduo', shop: '小店', seat: 'x' };
    const quiet = async () => (await ask('hello', { console: 'pinduoduo' })).quiet;
    await ask('rule.quiet', { place, rule: 'taboo.blame', quiet: true });
    await live();
    expect(await quiet()).toEqual([{ shop: '小店', rule: 'taboo.blame' }]);
    expect((await ask('hello', { console: 'feige' }, DESK)).quiet).toEqual([]);
    await ask('rule.quiet', { place: { ...place, seat: '' }, rule: 'taboo.blame', quiet: false }, DESK);
    await live();
    expect(await quiet()).toEqual([]);
  });

  it.each([
    ['forbidden wording', { rule: 'diversion.wechat' }],
    ['a rule that nobody wrote', { rule: 'taboo.none' }],
    ['another console', { place: { console: 'feige', shop: '小店', seat: 'x' } }],
  ])('silences nothing for %s', async (_, about) => {
    const place = { console: 'pinduoduo', shop: '小店', seat: 'x' };
    const wrong = { place, rule: 'taboo.blame', quiet: true, ...about };
    await expect(ask('rule.quiet', wrong)).rejects.toThrow('not-allowed');
    for (const console of ['pinduoduo', 'feige'])
      expect((await ask('hello', { console }, DESK)).quiet).toEqual([]);
  });

  it('restores a rule that its pack no longer holds', async () => {
    const db = new LogDb();
    await saveQuiet(db, { console: 'pinduoduo', shop: '小店' }, 'gone', 1);
    db.close();
    const place = { console: 'pinduoduo', shop: '小店', seat: 'x' };
    await ask('rule.quiet', { place, rule: 'gone', quiet: false }, DESK);
    expect((await ask('hello', { console: 'pinduoduo' })).quiet).toEqual([]);
  });

  it('lets a console speak for itself alone', async () => {
    await expect(ask('hello', { console: 'feige' })).rejects.toThrow('not-allowed');
    const foreign = seen('在吗', { place: { console: 'feige', shop: 's', seat: 'x' } });
    await expect(ask('append', { observations: [seen('在吗'), foreign] })).rejects.toThrow('not-allowed');
    await expect(
      ask('hello', { console: 'pinduoduo' }, { ...PDD, url: 'http://mms.pinduoduo.com/' }),
    ).rejects.toThrow('not-allowed');
    await expect(
      ask('hello', { console: 'pinduoduo' }, { ...PDD, url: 'https://mms.pinduoduo.com.evil.example/' }),
    ).rejects.toThrow('not-allowed');
    expect(await log()).toEqual([]);
  });

  it('changes nothing for anybody who may not ask', async () => {
    await ask('append', { observations: [seen('在吗')] });
    await ask('person.set', { person: '小李' }, DESK);
    await ask('log.seal', null, DESK);
    let before = '';
    // A life looks around once, a moment after it began.
    await vi.waitUntil(
      async () => {
        const last = before;
        before = await everything();
        return before === last;
      },
      { interval: 700, timeout: 30_000 },
    );
    const anybody = [
      { ...PDD, url: 'https://evil.example/' },
      { ...PDD, tab: undefined },
      { id: 'ours' },
      { ...DESK, url: 'chrome-extension://another/desk.html' },
    ];
    const refused = async (call: Call, sender: object) =>
      expect(
        await ask(call, GOOD[call], sender).then(
          () => `${call} was answered`,
          (error: Error) => error.message,
        ),
        call,
      ).toMatch(/^not-allowed/);
    for (const call of PAGE_ONLY) await refused(call, PDD);
    for (const call of Object.keys(GOOD) as Call[]) for (const sender of anybody) await refused(call, sender);
    expect(await everything()).toEqual(before);
    expect([fake.opened, fake.scripts]).toEqual([[], []]);
  });

  it('tells a page its adapter, and one that a person made before the shipped one', async () => {
    expect(await ask('adapter.mine', null)).toEqual(pinduoduo);
    const frame = { ...PDD, frameId: 3 };
    expect(await ask('adapter.mine', null, frame)).toBeNull();
    expect(await ask('adapter.mine', null, { ...PDD, url: 'https://mms.pinduoduo.com/home' })).toBeNull();
    const repaired = { ...pinduoduo, send: '.new-send' };
    await ask('adapter.save', { adapter: repaired });
    await live();
    expect(await ask('adapter.mine', null)).toEqual(repaired);
    await ask('adapter.drop', { id: 'pinduoduo' }, DESK);
    expect(await ask('adapter.mine', null)).toEqual(pinduoduo);
  });

  it('takes an adapter for a page’s own host alone, on origins that the person allowed', async () => {
    const own = { ...pinduoduo, id: 'own.example', matches: ['https://own.example/chat*'] };
    const page = { ...PDD, url: 'https://own.example/chat' };
    await expect(ask('adapter.save', { adapter: own })).rejects.toThrow('not-allowed');
    await expect(ask('adapter.save', { adapter: { ...own, id: 'pinduoduo' } }, page)).rejects.toThrow(
      'not-allowed',
    );
    await expect(ask('adapter.mine', null, { ...page, url: 'https://other.example/' })).rejects.toThrow(
      'not-allowed',
    );
    expect(await ask('adapter.mine', null, page)).toBeNull();
    await ask('adapter.save', { adapter: own }, page);
    expect(await ask('adapter.mine', null, page)).toEqual(own);
    expect((await ask('hello', { console: 'own.example' }, page)).profile.id).toBe('pdd-3min-rate');
    await expect(ask('hello', { console: 'pinduoduo' }, page)).rejects.toThrow('not-allowed');
    await ask('adapter.drop', { id: 'own.example' }, DESK);
  });

  it('puts the panel into the frame that asks, and opens our pages', async () => {
    const begin = { console: 'pinduoduo', boot: '0123456789abcdef', bring: ['screening', 'panel'] } as const;
    const { hello, left } = await ask('begin', begin);
    expect(hello).toEqual(await ask('hello', { console: 'pinduoduo' }));
    expect(left).toEqual({ place: expect.any(String), key: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(fake.scripts).toEqual([
      { target: { tabId: 5, frameIds: [0] }, files: ['/screening.js', '/panel.js'] },
    ]);
    await ask('begin', { ...begin, bring: [] });
    expect(fake.scripts).toHaveLength(1);
    await ask('part.load', { part: 'case-form' });
    expect(fake.scripts.at(-1)).toMatchObject({ target: { tabId: 5 }, files: ['/case-form.js'] });
    await expect(ask('begin', begin, DESK)).rejects.toThrow('not-allowed');
    await expect(ask('begin', { ...begin, console: 'feige' })).rejects.toThrow('not-allowed');
    expect(fake.scripts).toHaveLength(2);
    await expect(ask('part.load', { part: 'case-form' }, DESK)).rejects.toThrow('not-allowed');
    await ask('page.open', { page: 'supervisor' });
    expect(fake.opened).toEqual(['chrome-extension://ours/supervisor.html']);
  });

  it('enters consoles that were open before it came, though one of them sleeps', async () => {
    for (const listener of fake.installed) listener({ reason: 'install' });
    // Shipped consoles have their own entry in the manifest; only what was allowed beside them is registered.
    await vi.waitFor(() =>
      expect(fake.registered.map(({ matches }) => matches)).toContainEqual(['https://own.example/*']),
    );
    await vi.waitUntil(() => fake.scripts.length > 0);
    expect(fake.scripts).toEqual([
      { target: { tabId: 8, allFrames: true }, files: ['/content-scripts/chat.js'] },
    ]);
    for (const reason of ['update', 'chrome_update'])
      for (const listener of fake.installed) listener({ reason });
    await Promise.resolve();
    expect(fake.scripts).toHaveLength(1);
  });
});
