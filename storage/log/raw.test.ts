import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { verdictOf } from '../../core/evidence/verify.ts';
import { exportLog, type Words } from '../log-file/export.ts';
import { readLog } from '../log-file/read.ts';
import { append } from './append.ts';
import { LogDb } from './db.ts';
import { DEFAULT_LIVES, expire } from './expire.ts';
import { context, sender } from './observed.fixture.ts';
import { eventsOf } from './read.ts';
import { sealTail } from './seal.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 13, 6);
const TYPED = '我叫王小明，电话13800138000，卡号6222021234567890128，住在杭州市西湖区文三路138号2幢301室';
const ordinary = '什么时候发货';

let logs = 0;
async function kept(keepRaw: boolean): Promise<LogDb> {
  logs += 1;
  const db = new LogDb(`raw-${logs}`);
  const page = sender('00000000000000aa', START);
  await append(db, [page.message(TYPED), page.message(ordinary)], { ...context, keepRaw });
  return db;
}

async function exported(db: LogDb, words?: Words) {
  await sealTail(db, { all: true });
  const { stream } = await exportLog(db, { agentLabel: '小李', app: '1', ...(words ? { words } : {}) });
  return readLog(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob());
}

it('keeps words as typed only where somebody chose so, and only where they say more', async () => {
  const [without] = await eventsOf(await kept(false));
  expect(without).not.toHaveProperty('raw');
  const [first, second] = await eventsOf(await kept(true));
  expect(first).toMatchObject({ raw: expect.stringContaining('13800138000') });
  expect(second).not.toHaveProperty('raw');
});

it('never keeps bank numbers and addresses, whatever somebody chose', async () => {
  const all = JSON.stringify(await eventsOf(await kept(true)));
  expect(all).not.toMatch(/6222021234567890128|文三路|301室/);
});

it('gives them to a named recipient for a purpose alone', async () => {
  const db = await kept(true);
  const shared = await exported(db);
  expect(JSON.stringify(shared)).not.toContain('13800138000');
  const full = await exported(db, { kind: 'full', recipient: '林主管', purpose: '投诉复核' });
  expect(JSON.stringify(full.events)).toContain('13800138000');
  expect(verdictOf(full.proof, [], { whole: true }).kind).not.toBe('broken');
});

it('lets them go after a week, the redacted words staying, and the log verifies', async () => {
  const db = await kept(true);
  const { values } = await expire(db, DEFAULT_LIVES, START + 8 * DAY);
  expect(values).toBe(1);
  const { events, proof } = await exported(db, { kind: 'full', recipient: '林主管', purpose: '核对' });
  expect(JSON.stringify(events)).not.toContain('13800138000');
  expect(events).toMatchObject([{ text: expect.stringContaining('⟦手机号⟧') }, { text: ordinary }]);
  expect(proof.broken).toBeNull();
});
