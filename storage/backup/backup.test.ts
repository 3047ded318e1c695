import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { adapters as shipped } from '../../adapters/registry.ts';
import { foldCases } from '../../core/cases.ts';
import { entryOfAnchor, verdictOf } from '../../core/evidence/verify.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import { readPack } from '../../scripts-library/read-pack.ts';
import { packText } from '../../scripts-library/sign.ts';
import { goodPack } from '../../tests/packs/good-pack.ts';
import { AdapterDb, keepAdapter } from '../adapters.ts';
import { saveBuyer } from '../cases/card.ts';
import { DeskDb } from '../cases/db.ts';
import { followLog } from '../cases/follow.ts';
import { pseudonymKey } from '../keys.ts';
import { append } from '../log/append.ts';
import { readChain } from '../log/chain.ts';
import { signCheckpoint } from '../log/checkpoint.ts';
import { LogDb } from '../log/db.ts';
import { eraseConversations } from '../log/expire.ts';
import { context, sender } from '../log/observed.fixture.ts';
import { eventsOf, extentOf } from '../log/read.ts';
import { readRestored } from '../log/restored.ts';
import { sealTail } from '../log/seal.ts';
import { findLoss } from '../log/sentinel.ts';
import { decrypted, encrypted } from '../log-file/encrypt.ts';
import { exportLog } from '../log-file/export.ts';
import { secretOf, toPassphrase } from '../log-file/passphrase.ts';
import { readLog } from '../log-file/read.ts';
import { PacksDb } from '../packs/db.ts';
import { installPack, switchItem } from '../packs/store.ts';
import { readPerson, savePerson, saveSettings } from '../settings.ts';
import { openBackup } from './read.ts';
import { restoreBackup } from './restore.ts';
import { makeBackup } from './write.ts';

const PASS = '口令 correct horse';
const never = { signal: new AbortController().signal };
let machines = 0;

function machine() {
  machines += 1;
  return {
    db: new LogDb(`log-${machines}`),
    desk: new DeskDb(`desk-${machines}`),
    packs: new PacksDb(`packs-${machines}`),
    adapters: new AdapterDb(`adapters-${machines}`),
  };
}
type Machine = ReturnType<typeof machine>;

const say = async ({ db }: Machine, boot: string, ...words: string[]) => {
  const names = pseudonyms(await pseudonymKey(db));
  const page = sender(boot);
  await append(
    db,
    words.map((text) => page.message(text)),
    { ...context, names },
  );
};

async function seal({ db }: Machine) {
  await sealTail(db, { all: true });
  await signCheckpoint(db, 1e12);
}

async function worked(): Promise<Machine> {
  const at = machine();
  await say(at, '00000000000000a1', '什么时候发货', '地址是幸福路12号，电话13800138000');
  const names = pseudonyms(await pseudonymKey(at.db));
  const page = sender('00000000000000a2');
  await append(
    at.db,
    [
      page.act({ kind: 'case-opened', case: 'c1', category: 'logistics' } as never),
      page.act({ kind: 'case-changed', case: 'c1', fields: { question: '没收到' } } as never),
    ],
    { ...context, names },
  );
  await savePerson(at.db, '小李');
  await saveSettings(at.db, { salutation: '亲爱的' });
  const [event] = await eventsOf(at.db);
  if (!event || !('conversation' in event)) throw new Error('no event');
  await saveBuyer(at.desk, { conversation: event.conversation, tags: ['老客'], note: '常买', changedAt: 1 });
  await seal(at);
  return at;
}

const backedUp = (at: Machine) =>
  makeBackup(at, { label: '小李', app: '1.0.0', secret: PASS, now: 1_800_000_000_000, ...never });

async function restoredFrom(content: Blob, into: Machine = machine()) {
  await restoreBackup(into.db, into.desk, await openBackup(content, PASS, never), 1_800_000_000_500);
  return into;
}

describe('a backup', () => {
  it('holds nothing in clear, and opens to its passphrase alone', async () => {
    const { content, fileName } = await backedUp(await worked());
    expect(fileName).toMatch(/^counterside-小李-\d{8}\.csbackup$/);
    const bytes = Buffer.from(await content.arrayBuffer()).toString('latin1');
    expect(bytes).not.toMatch(/counterside-backup|pseudonymKey|buyer-1/);
    await expect(openBackup(content, 'another one', never)).rejects.toMatchObject({ code: 'E_PASSPHRASE' });
  });

  it('is refused when it is cut, changed or none of ours, and leaves nothing', async () => {
    const { content } = await backedUp(await worked());
    const bytes = new Uint8Array(await content.arrayBuffer());
    await expect(openBackup(new Blob([bytes.slice(0, -9)]), PASS, never)).rejects.toMatchObject({
      name: 'LogFileError',
    });
    const turned = bytes.slice();
    turned[80] = (turned[80] ?? 0) ^ 1;
    await expect(openBackup(new Blob([turned]), PASS, never)).rejects.toMatchObject({ code: 'E_PASSPHRASE' });
    await expect(openBackup(new Blob(['hello']), PASS, never)).rejects.toMatchObject({ code: 'not-backup' });
    await expect(openBackup(new Blob(['counterside-backup/9 2\n{}']), PASS, never)).rejects.toMatchObject({
      code: 'newer',
    });
    await expect(openBackup(new Blob(['counterside-backup/1 2\n{}']), PASS, never)).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});

it('of the first form, without packs and adapters, is read too', async () => {
  const { content } = await backedUp(await worked());
  const plain = await new Response(decrypted(content.stream(), { passphrase: PASS }) as never).blob();
  const text = await plain.slice(0, 60).text();
  const [line = '', size = ''] = /^counterside-backup\/2 (\d+)\n/.exec(text) ?? [];
  const end = line.length + Number(size);
  const { made, ...rest } = JSON.parse(await plain.slice(line.length, end).text());
  expect(made).toEqual({ packs: [], adapters: [] });
  const head = new TextEncoder().encode(JSON.stringify(rest));
  const old = new Blob([`counterside-backup/1 ${head.length}\n`, head, plain.slice(end)]);
  const kept = await new Response(
    encrypted(old.stream(), toPassphrase(await secretOf(PASS))) as never,
  ).blob();
  const opened = await openBackup(kept, PASS, never);
  expect(opened.head.made).toEqual(made);
  expect(opened.entries).toBeGreaterThan(0);
});

it('holds packs in use, in order, with what is off in them, and adapters that a person made', async () => {
  const at = await worked();
  const [adapter, other] = shipped;
  if (!adapter || !other) throw new Error('no adapter');
  for (const [id, since] of [
    ['zz-first', 1],
    ['aa-second', 2],
  ] as const) {
    const read = await readPack(new TextEncoder().encode(packText({ ...goodPack, id })));
    if (!read.ok) throw new Error('bad pack');
    await installPack(at.packs, read, since);
  }
  await switchItem(at.packs, { pack: 'zz-first', item: 'scripts/hello', on: false, at: 3 });
  await switchItem(at.packs, { pack: 'base', item: 'rules/insults', on: false, at: 4 });
  await keepAdapter(at.adapters, adapter, 'calibrated', 5);
  await keepAdapter(at.adapters, other, 'zz-first', 5);
  const { head } = await openBackup((await backedUp(at)).content, PASS, never);
  expect(head.made.packs).toMatchObject([
    { id: 'zz-first', file: expect.stringContaining('"zz-first"'), off: ['scripts/hello'] },
    { id: 'aa-second', file: expect.stringContaining('"aa-second"'), off: [] },
    { id: 'base', file: null, off: ['rules/insults'] },
  ]);
  expect(head.made.adapters).toEqual([adapter]);
});

describe('restoring into a fresh profile', () => {
  it('brings back events, cases, names, settings and cards, and buyers are known again', async () => {
    const before = await worked();
    const after = await restoredFrom((await backedUp(before)).content);
    expect(await eventsOf(after.db)).toEqual(await eventsOf(before.db));
    expect(await after.db.cases.toArray()).toEqual(await before.db.cases.toArray());
    expect(foldCases(await eventsOf(after.db))).toHaveLength(1);
    expect(await after.desk.buyers.toArray()).toEqual(await before.desk.buyers.toArray());
    expect(await readPerson(after.db)).toBe('小李');
    await followLog(after.db, after.desk, 'Asia/Shanghai');
    expect(await after.desk.openCases.count()).toBe(1);
    // The same messages, seen again by the console's list, are the same messages.
    const held = (await extentOf(after.db)).events;
    await say(after, '00000000000000b1', '什么时候发货');
    expect((await extentOf(after.db)).events).toBe(held);
    await say(after, '00000000000000b2', '恢复以后问的');
    expect((await eventsOf(after.db)).at(-1)).toMatchObject({ text: '恢复以后问的' });
    expect(new Set((await eventsOf(after.db)).map((e) => 'conversation' in e && e.conversation)).size).toBe(
      1,
    );
  });

  it('begins a chain that names the old one’s last value, and both verify', async () => {
    const before = await worked();
    const old = await readChain(before.db);
    const after = await restoredFrom((await backedUp(before)).content);
    const chain = await readChain(after.db);
    expect(chain).toMatchObject({ n: 0, after: old?.hash });
    expect(chain?.log).not.toBe(old?.log);
    await say(after, '00000000000000c1', '新的一条');
    await seal(after);
    const own = await exportLog(after.db, { agentLabel: '小李', app: '1' });
    const { proof, events } = await readLog(await new Response(own.stream as never).blob());
    expect(events).toHaveLength(1);
    expect(verdictOf(proof, [], { whole: true })).toEqual({ kind: 'verified', anchored: 0, to: 1 });
    // What was put back: nobody here can sign it, and it is what the supervisor has held.
    const [restored] = await readRestored(after.db);
    if (!restored) throw new Error('nothing restored');
    const words = { kind: 'full', recipient: '主管', purpose: '核对' } as const;
    const again = await exportLog(after.db, { agentLabel: '小李', app: '1', restored, words });
    const anchor = { n: old?.n ?? 0, head: Buffer.from(old?.hash ?? []).toString('hex') };
    const read = await readLog(await new Response(again.stream as never).blob(), {
      wanted: () => [entryOfAnchor(anchor)],
    });
    expect(read.proof).toMatchObject({ broken: null, log: old?.log, head: anchor.head, device: null });
    expect(verdictOf(read.proof, [anchor], { whole: true })).toEqual({ kind: 'unsigned' });
    const other = { n: anchor.n, head: 'ab'.repeat(32) };
    expect(verdictOf(read.proof, [other], { whole: true })).toEqual({ kind: 'forked', at: anchor.n });
    expect(read.events).toEqual(await eventsOf(before.db));
  });

  it('goes before what this machine has seen meanwhile, whose chain goes on', async () => {
    const before = await worked();
    const after = machine();
    await say(after, '00000000000000d1', '恢复之前就有的');
    const chain = await readChain(after.db);
    await restoredFrom((await backedUp(before)).content, after);
    const texts = (await eventsOf(after.db)).flatMap((e) => ('text' in e && e.text ? [e.text] : []));
    expect(texts.at(0)).toBe('什么时候发货');
    expect(texts.at(-1)).toBe('恢复之前就有的');
    expect(await readChain(after.db)).toMatchObject({ log: chain?.log, n: 1, hash: chain?.hash });
  });

  it('is not done twice', async () => {
    const { content } = await backedUp(await worked());
    const after = await restoredFrom(content);
    const events = await eventsOf(after.db);
    await expect(restoredFrom(content, after)).rejects.toMatchObject({ code: 'already' });
    expect(await eventsOf(after.db)).toEqual(events);
  });

  it('is in the next backup too, and comes back from there', async () => {
    const first = await restoredFrom((await backedUp(await worked())).content);
    await say(first, '00000000000000e1', '第二台机器上');
    await seal(first);
    const second = await restoredFrom((await backedUp(first)).content);
    expect(await eventsOf(second.db)).toEqual(await eventsOf(first.db));
    expect(await readRestored(second.db)).toHaveLength(2);
  });

  it('is missed when the browser loses it, and can be erased by buyer', async () => {
    const after = await restoredFrom((await backedUp(await worked())).content);
    await say(after, '00000000000000f1', '还在');
    const chain = await readChain(after.db);
    const known = {
      read: async () => ({
        log: chain?.log,
        n: chain?.n,
        head: Buffer.from(chain?.hash ?? []).toString('hex'),
        at: 1,
        app: '1',
      }),
      write: async () => undefined,
    };
    expect(await findLoss(after.db, known, 2)).toBeNull();
    const [row] = await after.db.conversations.toArray();
    await eraseConversations(after.db, [row?.id ?? '']);
    expect(JSON.stringify(await eventsOf(after.db))).not.toMatch(/发货|幸福路/);
    await after.db.segments.clear();
    expect(await findLoss(after.db, known, 2)).toMatchObject({ lost: 5 });
  });
});
