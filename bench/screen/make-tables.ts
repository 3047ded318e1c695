import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';

/**
 * Writes the character tables of the screening engine into scripts-library/screen/tables/.
 * Run: `npx tsx bench/screen/make-tables.ts DATA`, where DATA holds 形近字语料库.txt (look-alikes, MIT) and
 * chaizi-jt.txt (split characters, CC BY 3.0). Readings come from pinyin-pro (MIT), traditional forms from
 * opencc-js (Apache-2.0 dictionaries).
 */
const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: tsx bench/screen/make-tables.ts DATA');
const OUT = join(import.meta.dirname, '../../scripts-library/screen/tables');

const lines = (name: string): string[] =>
  readFileSync(join(data, name), 'utf8').split(/\r?\n/).filter(Boolean);

/** GB 2312: the 6,763 characters of everyday writing; level 1 (the first 3,755) is ordered by reading. */
const gb = gb2312();
const level1 = new Set(gb.slice(0, 3755));

function gb2312(): string[] {
  const decoder = new TextDecoder('gb2312');
  const found: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(new Uint8Array([row, cell]));
      if (/^\p{Script=Han}$/u.test(char)) found.push(char);
    }
  }
  return found;
}

function sounds(): string {
  const groups = new Map<string, string>();
  for (const char of gb) {
    const sound = pinyin(char, { toneType: 'none', v: true });
    groups.set(sound, (groups.get(sound) ?? '') + char);
  }
  return [...groups]
    .sort()
    .map(([sound, chars]) => `${sound} ${chars}`)
    .join(';');
}

function traditional(): string {
  const known = new Set(gb);
  const pairs = new Map<string, string>();
  for (const from of ['t', 'tw', 'hk'] as const) {
    const convert = Converter({ from, to: 'cn' });
    for (let code = 0x3400; code <= 0x9fff; code++) {
      const char = String.fromCharCode(code);
      const simple = convert(char);
      if (simple.length === 1 && simple !== char && known.has(simple) && !known.has(char) && !pairs.has(char))
        pairs.set(char, simple);
    }
  }
  return [...pairs].flat().join('');
}

/** Characters that mean themselves wherever they stand; they disguise nothing. */
const PLAIN = new Set(
  '的一是不了在有我他这来们人到说上个大要为你和也就下得可以会自好看去还过没只后天对那么小多时能都想很里把发生出什现方面用但成先开问他她它家手样点道前最些做再',
);

function shapes(): string {
  return lines('形近字语料库.txt')
    .map((line) => line.split(' '))
    .filter(([char = '']) => level1.has(char))
    .map(([char = '', others = '']) => [char, [...others].filter((other) => !PLAIN.has(other)).join('')])
    .filter(([, others]) => others !== '')
    .map((pair) => pair.join(''))
    .join(';');
}

function splits(): string {
  return lines('chaizi-jt.txt')
    .map((line) => line.split('\t'))
    .filter(([char = '']) => level1.has(char))
    .map(([char = '', ...ways]) => {
      const pairs = ways
        .map((way) => way.split(' ').join(''))
        .filter((way) => /^[\p{Script=Han}]{2}$/u.test(way));
      return pairs.length > 0 ? char + pairs.join('') : '';
    })
    .filter(Boolean)
    .join(';');
}

const tables = {
  sounds: [sounds(), 'Reading (without tone) and its characters, GB 2312. Source: pinyin-pro 3, MIT.'],
  traditional: [
    traditional(),
    'Pairs of a traditional or variant form and its simplified one. Source: opencc-js 1, dictionaries of OpenCC, Apache-2.0.',
  ],
  shapes: [
    shapes(),
    'A character, then those that look like it. Source: 形近字 list of SimilarCharacter, MIT.',
  ],
  splits: [
    splits(),
    'A character, then pairs of parts that people write for it. Source: 開放詞典 chaizi (漢語拆字字典), CC BY 3.0, cut to pairs.',
  ],
} satisfies Record<string, [string, string]>;

mkdirSync(OUT, { recursive: true });
for (const [name, [text, about]] of Object.entries(tables)) {
  writeFileSync(
    join(OUT, `${name}.ts`),
    `/** ${about} Written by bench/screen/make-tables.ts. */\nexport const ${name} =\n  '${text}';\n`,
  );
}
