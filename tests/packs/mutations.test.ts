import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { packShelf } from '../../entrypoints/background/packs.ts';
import { openPackFile } from '../../scripts-library/importers/file.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { readPack } from '../../scripts-library/read-pack.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { newKey, packText, signPack } from '../../scripts-library/sign.ts';
import { PacksDb } from '../../storage/packs/db.ts';
import { packsInUse } from '../../storage/packs/store.ts';
import { goodPack } from './good-pack.ts';
import { mutate, seeded } from './mutate.ts';
import { SHEET, sheetXml, xlsxBytes } from './zip-bytes.ts';

const SEED = 20261122;
const MOST_MS = 2000;
const encode = (text: string) => new TextEncoder().encode(text);

/** Damages a file once, twice or three times and looks at what a reader makes of it. */
async function throughAll(
  file: Uint8Array<ArrayBuffer>,
  rounds: number,
  look: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const random = seeded(SEED);
  for (let round = 0; round < rounds; round++) {
    let bytes = file;
    for (let times = 1 + Math.floor(random() * 3); times > 0; times--) bytes = mutate(bytes, random);
    const began = performance.now();
    try {
      await look(bytes);
    } catch (error) {
      throw new Error(`seed ${SEED}, round ${round}`, { cause: error });
    }
    if (performance.now() - began > MOST_MS) throw new Error(`seed ${SEED}, round ${round} took too long`);
  }
  expect(({} as { x?: unknown }).x).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12);
}

it('a damaged pack is refused, or is a whole pack that goes out as it came in', {
  timeout: 120_000,
}, async () => {
  let taken = 0;
  await throughAll(encode(packText(goodPack)), 6000, async (bytes) => {
    const found = await readPack(bytes);
    if (!found.ok) return void expect(found.errors.length).toBeGreaterThan(0);
    taken += 1;
    const again = await readPack(encode(packText(found.pack)));
    expect(again.ok && again.hash).toBe(found.hash);
  });
  expect(taken).toBeGreaterThan(50);
});

it('a damaged signed pack is installed only if nothing of it changed', { timeout: 120_000 }, async () => {
  const { pem } = await newKey();
  const signed = await signPack(goodPack, pem);
  const base: Pack = { ...goodPack, id: 'base', scripts: [], rules: [], tests: [] };
  const db = new PacksDb('counterside-packs-mutations');
  const shelf = packShelf({
    db,
    base,
    baseRules: { packHash: 'test' } as CompiledRules,
    build: 'test',
    appVersion: '1.0.0',
    changed: () => undefined,
    compile: () => ({ packHash: 'test' }) as CompiledRules,
  });
  const original = await readPack(encode(packText(signed)));
  if (!original.ok) throw new Error('the signed pack should read');
  let installed = 0;
  await throughAll(encode(packText(signed)), 4000, async (bytes) => {
    const answer = await shelf.install(new TextDecoder().decode(bytes), ['I_NEW_SIGNER']);
    if (answer.ok) {
      installed += 1;
      expect(answer.hash).toBe(original.hash);
    }
    expect((await db.packs.count()) + (await db.active.count())).toBe(installed > 0 ? 2 : 0);
  });
  expect((await packsInUse(db)).map(({ found }) => found.hash)).toEqual(installed > 0 ? [original.hash] : []);
  db.close();
});

it.each([
  [
    'a.yml',
    encode(
      'id: a\ntitle: 杯子\nscripts:\n  - { id: b, title: 清洗, stage: pre-sale, intents: [{ name: a, examples: [怎么洗] }], body: 可以, source: [x] }\n',
    ),
  ],
  [
    'a.csv',
    encode(
      '快捷短语编码,快捷短语,快捷短语分组\nwash,"亲，[产品名称]可以机洗\n杯盖手洗",售前\nship,今天发出,物流\n',
    ),
  ],
  [
    'a.xlsx',
    await xlsxBytes({
      [SHEET]: sheetXml([
        ['编码', '话术'],
        ['a', '您好'],
        ['b', '在的'],
      ]),
    }),
  ],
] as const)('a damaged %s is refused or read whole', { timeout: 120_000 }, async (name, file) => {
  await throughAll(file, 1500, async (bytes) => {
    const found = await openPackFile(bytes, { name, day: '2026-11-22', highest: () => 0 });
    if (!found.ok) return void expect(found.errors.length).toBeGreaterThan(0);
    const again = await readPack(encode(packText(found.pack)));
    expect(again.ok && again.hash).toBe(found.hash);
  });
});
