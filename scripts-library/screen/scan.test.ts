import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Fold } from '../rule.ts';
import { compileRules } from './compile.ts';
import type { Finding, ScreenContext } from './finding.ts';
import { indexOf } from './meaning.ts';
import { engineOf, HANG_MS, lazily, rule, runs } from './rules.for-tests.ts';
import { loadRules, screen } from './scan.ts';

vi.setConfig({ testTimeout: HANG_MS });

const AGENT: ScreenContext = { by: 'agent' };

const wechat = lazily(() => engineOf(rule({ id: 'contact', phrases: ['加微信'] })));
const found = (text: string): Finding[] => screen(wechat(), text, AGENT);

describe('a disguise', () => {
  it.each<[name: string, typed: string, folds: Fold[]]>([
    ['none', '加微信', []],
    ['spaces', '加 微 信', ['separator']],
    ['a line break', '加微\n信', ['separator']],
    ['punctuation everywhere', '加，微。信', ['separator']],
    ['emoji outside the basic plane', '加🌸微🌸信', ['emoji']],
    ['zero-width characters', '加\u200b微\u2060信', ['invisible']],
    ['bidi controls', '加\u202e微\u202c信', ['invisible']],
    ['combining marks', '加\u0332微\u0332信\u0332', ['invisible']],
    ['repeats', '加加微微信', ['repeat']],
    ['a homophone', '加薇欣', ['abbreviation']],
    ['one homophone', '加为信', ['homophone']],
    ['a look-alike', '加徽信', ['lookalike']],
    ['full pinyin', 'jia weixin', ['separator', 'pinyin']],
    ['pinyin with tones', '加wēixìn', ['width', 'pinyin']],
    ['half pinyin', '加wei信', ['pinyin']],
    ['initials', '加wx', ['abbreviation']],
    ['full-width initials', '加ＶＸ', ['width', 'case', 'abbreviation']],
    ['mathematical letters', '加𝐕𝐗', ['width', 'case', 'abbreviation']],
    ['boxed letters', '加🅅🅇', ['width', 'case', 'abbreviation']],
    ['a Cyrillic letter', '加Vх', ['case', 'lookalike', 'abbreviation']],
    ['a split character', '加微亻言', ['split']],
    ['filler', '加一微一信', ['filler']],
    ['reversed', '信微加', ['reversed']],
    ['a character reference', '加&#24494;信', ['entity']],
    ['a picture for a character', '➕微信', ['emoji']],
    ['a heart for 信', '加薇❤️', ['invisible', 'abbreviation', 'emoji']],
  ])('%s', (_, typed, folds) => {
    for (const [before, after] of [
      ['', ''],
      ['亲，您好😀', '😀谢谢'],
    ]) {
      const [finding, ...more] = found(`${before}${typed}${after}`);
      expect(more).toEqual([]);
      expect([...(finding?.folds ?? ['nothing found'])].sort()).toEqual([...folds].sort());
      expect(`${before}${typed}${after}`.slice(finding?.start, finding?.end)).toBe(typed);
    }
  });

  it.each([
    '我先加。微信支付可以吗',
    '这个价位新手合适',
    '加V领的那件',
    '支持AVX512',
    'DVX-100键盘',
    '送到威海',
    '更加微小',
    '加 120 微 3 信',
  ])('is not seen in %s', (text) => {
    expect(
      screen(engineOf(rule({ id: 'contact', phrases: ['加微信'], notBefore: ['支付'] })), text, AGENT),
    ).toEqual([]);
  });

  it('may be switched off for a rule', () => {
    const strict = engineOf(
      rule({ id: 'strict', phrases: ['加微信'], withoutFolds: ['separator', 'abbreviation'] }),
    );
    expect(screen(strict, '加 微 信', AGENT)).toEqual([]);
    expect(screen(strict, '加VX', AGENT)).toEqual([]);
    expect(screen(strict, '加wei信', AGENT)).toHaveLength(1);
  });
});

describe('spans', () => {
  const between = fc.constantFrom('', '', ' ', '\u200b', '😀', '*', '.', '\ufe0f', '　', '👨‍👩‍👧');
  const forms = [
    ['加', '➕', '加加', '&#21152;', 'jia'],
    ['微', '薇', '微\u0332', 'wēi', '徽', '&#x5fae;'],
    ['信', '信信', '亻言', 'xin'],
  ] as const;
  const around = fc.string({
    unit: fc.constantFrom('亲', '您', '好', '😀', '。', ' ', '𠀀', 'é', '1'),
    maxLength: 8,
  });

  it('select exactly what was typed, whatever was mixed', () => {
    fc.assert(
      fc.property(
        around,
        around,
        fc.tuple(...forms.map((form) => fc.constantFrom(...form))),
        between,
        between,
        (before, after, [jia, wei, xin], a, b) => {
          const typed = jia + a + wei + b + xin;
          const text = `${before}。${typed}。${after}`;
          const hit = found(text)[0];
          const at = before.length + 1;
          const chosen = hit === undefined ? 'nothing' : text.slice(hit.start, hit.end);
          // Doubled first and last characters may stay outside: what is selected still says it.
          expect(typed.includes(chosen), `${text} → ${chosen}`).toBe(true);
          expect(hit?.start).toBeGreaterThanOrEqual(at);
          expect(hit?.end).toBeLessThanOrEqual(at + typed.length);
          expect(found(chosen)).toHaveLength(1);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('never cut a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (noise) => {
        const text = `${noise}加微信${noise}`;
        for (const { start, end } of found(text)) {
          expect(start).toBeLessThan(end);
          expect(
            /^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start)),
          ).toBe(false);
          expect(
            /^[\udc00-\udfff]/.test(text.slice(end)) && /[\ud800-\udbff]$/.test(text.slice(0, end)),
          ).toBe(false);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('are all found that a search word by word finds', () => {
    const letter = fc.constantFrom('甲', '乙', '丙', '丁');
    const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
        fc.array(letter, { maxLength: 30 }),
        (words, chars) => {
          const text = chars.join('');
          const { read, find } = engineOf(...words.map((each) => rule({ id: each, phrases: [each] })));
          const said = (from: number, index: number): string => `${from} ${words[index]}`;
          const hits = find(read(text))
            .filter(({ folds }) => folds === 0)
            .map(({ from, meaning }) => said(from, indexOf(meaning)));
          const all = words.flatMap((each, index) =>
            chars.flatMap((_, from) => (text.startsWith(each, from) ? [said(from, index)] : [])),
          );
          expect(hits.sort()).toEqual(all.sort());
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('conditions', () => {
  it('an allow span drops the hits inside it and no others', () => {
    const engine = engineOf(rule({ id: 'r', phrases: ['加微信'], unless: ['参加微信小程序'] }));
    expect(screen(engine, '参加微信小程序活动', AGENT)).toEqual([]);
    expect(screen(engine, '参加微信小程序，也可以加微信', AGENT)).toHaveLength(1);
  });

  it('near needs both, in either order, in reach', () => {
    const engine = engineOf(rule({ id: 'r', phrases: ['好评'], near: [{ phrases: ['返#元'], within: 8 }] }));
    expect(screen(engine, '给个好评，返五元', AGENT)).toHaveLength(1);
    expect(screen(engine, '返5元，求好评', AGENT)).toHaveLength(1);
    expect(screen(engine, '欢迎好评', AGENT)).toEqual([]);
    expect(screen(engine, '感谢好评。另外关于您昨天提到的差价问题，已经返5元', AGENT)).toEqual([]);
  });

  it.each(['我们没有好评返现', '好评返现是违规的', '好评返现，我们不参与的哦', '谨防有人以好评返现骗您'])(
    'a denial passes: %s',
    (text) => {
      const engine = engineOf(rule({ id: 'r', phrases: ['好评返现'], scope: { exceptNegated: true } }));
      expect(screen(engine, text, AGENT)).toEqual([]);
    },
  );

  it.each([
    '不好意思，好评返现哦',
    '没关系的，好评返现3元',
    '好评返现，不满意可以退',
    '有没有兴趣参加好评返现',
  ])('no denial: %s', (text) => {
    const engine = engineOf(rule({ id: 'r', phrases: ['好评返现'], scope: { exceptNegated: true } }));
    expect(screen(engine, text, AGENT)).toHaveLength(1);
  });

  it('speaker, platform, stage and what was asked', () => {
    const engine = engineOf(
      rule({
        id: 'r',
        phrases: ['随便'],
        scope: { by: ['agent'], platforms: ['pdd'], stages: ['售后'], asked: ['退{款|货}'] },
      }),
    );
    const context: ScreenContext = { by: 'agent', platform: 'pdd', stage: '售后', asked: '可以退 货吗' };
    expect(screen(engine, '随便', context)).toHaveLength(1);
    expect(screen(engine, '随便', { ...context, by: 'buyer' })).toEqual([]);
    expect(screen(engine, '随便', { ...context, platform: 'jd' })).toEqual([]);
    expect(screen(engine, '随便', { ...context, stage: '售前' })).toEqual([]);
    expect(screen(engine, '随便', { ...context, asked: '发货了吗' })).toEqual([]);
  });

  it('disguised speaks of the disguise only, whole of the whole message only', () => {
    const hidden = engineOf(rule({ id: 'r', phrases: ['微信'], disguised: true }));
    expect(screen(hidden, '支持微信', AGENT)).toEqual([]);
    expect(screen(hidden, '支持微.信', AGENT)).toHaveLength(1);
    const whole = engineOf(rule({ id: 'r', phrases: ['不行'], whole: true }));
    expect(screen(whole, '亲，不行哦~', AGENT)).toHaveLength(1);
    expect(screen(whole, '不行的话可以换', AGENT)).toEqual([]);
  });

  it('the severest of one category speaks at a place, each category for itself', () => {
    const engine = engineOf(
      rule({ id: 'soft', level: 'hint', phrases: ['转账给我'] }),
      rule({ id: 'hard', level: 'block', phrases: ['转账'] }),
      rule({ id: 'other', category: 'payment', level: 'hint', phrases: ['转账'] }),
    );
    expect(
      screen(engine, '转账给我', AGENT)
        .map((finding) => finding.rule)
        .sort(),
    ).toEqual(['hard', 'other']);
  });
});

it('survives being sent as a message', () => {
  const compiled = compileRules([rule({ id: 'r', phrases: ['加微信'] })], { packHash: 'h' });
  const sent = loadRules(JSON.parse(JSON.stringify(compiled)));
  expect(screen(sent, '加薇.信', AGENT)).toEqual(screen(loadRules(compiled), '加薇.信', AGENT));
});

it('ends in time on a text made to slow it down', () => {
  const text = '加加加加一一一一'.repeat(500);
  expect(found(text)).toEqual([]);
});
