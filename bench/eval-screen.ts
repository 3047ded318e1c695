import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBasePack } from '../cli/build/read-seeds.ts';
import type { Rule } from '../scripts-library/rule.ts';
import { checkRules } from '../scripts-library/screen/check.ts';
import { compileRules } from '../scripts-library/screen/compile.ts';
import type { Finding } from '../scripts-library/screen/finding.ts';
import { loadRules, screen } from '../scripts-library/screen/scan.ts';
import {
  CALLS,
  CARRIERS,
  disguises,
  MOBILES,
  OTHER_NUMBERS,
  TO_DISGUISE,
} from '../tests/eval/screen/disguise.ts';
import { BENIGN, VIOLATIONS } from '../tests/eval/screen/lines.ts';

/**
 * Prints recall and false alarms of the shipped rules: `tsx bench/eval-screen.ts [DATA] [--show NAME]`, on lines of
 * our own (tests/eval/screen) and, where there is one, on a folder of real ones. DATA holds disguises.json, diversion_defence_side.json and the chat corpora; `--show` lists what one
 * measure got wrong. Lines of the data are only ever printed, never kept.
 */
const args = process.argv.slice(2);
const data = args[0]?.startsWith('--') ? undefined : args[0];
const shown = args.includes('--show') ? args[args.indexOf('--show') + 1] : undefined;

const { rules } = readBasePack() as { rules: Rule[] };
const engine = loadRules(compileRules(rules, { packHash: 'eval' }));
const findings = (text: string): Finding[] => screen(engine, text, { by: 'agent' });
const alarms = (text: string): Finding[] => findings(text).filter(({ level }) => level !== 'hint');

const json = (folder: string, name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const lines = (folder: string, name: string): unknown[] =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function report(name: string, wrong: readonly string[], total: number, what: 'missed' | 'flagged'): void {
  const right = what === 'missed' ? total - wrong.length : wrong.length;
  console.log(`${name.padEnd(28)} ${what === 'missed' ? 'caught' : 'flagged'} ${right} of ${total}`);
  if (shown !== name) return;
  for (const text of wrong) {
    const why = findings(text).map(
      (f) => `${f.rule}/${f.level} «${text.slice(f.start, f.end)}» ${f.folds.join('+')}`,
    );
    console.log(`  ${JSON.stringify(text)}  ${why.join('; ')}`);
  }
}

const recall = (
  name: string,
  texts: readonly string[],
  hit = (text: string) => alarms(text).length > 0,
): void =>
  report(
    name,
    texts.filter((text) => !hit(text)),
    texts.length,
    'missed',
  );
const quiet = (name: string, texts: readonly string[]): void =>
  report(
    name,
    texts.filter((text) => alarms(text).length > 0),
    texts.length,
    'flagged',
  );

for (const failure of checkRules(rules)) console.log(`${failure.rule}: ${failure.kind} ${failure.example}`);

const inside = (text: string): string => `亲，你好${text}谢谢`;
const phone = (text: string): boolean => findings(text).some(({ rule }) => rule === 'pii-mobile');

function measureOwn(): void {
  for (const [category, texts] of Object.entries(VIOLATIONS))
    recall(`own ${category}`, texts, (text) => findings(text).some((one) => one.category === category));
  const hidden = TO_DISGUISE.flatMap((line) =>
    CARRIERS.flatMap((carry) => [...disguises(line).values()].map((form) => carry(form))),
  );
  recall('own disguised', hidden);
  quiet('own benign', BENIGN);
  recall(
    'own mobiles',
    MOBILES.flatMap((number) => CALLS.map((call) => call(number))),
    phone,
  );
  report('own other numbers', OTHER_NUMBERS.filter(phone), OTHER_NUMBERS.length, 'flagged');
}

function measureData(data: string): void {
  const set = json(data, 'disguises.json') as {
    disguises: [string, string][];
    phones: [string, string][];
    benign: [string, string][];
  };
  const both = (text: string): boolean => alarms(text).length > 0 && alarms(inside(text)).length > 0;
  recall(
    'disguises',
    set.disguises.map(([, text]) => text),
    both,
  );
  recall(
    'phones',
    set.phones.map(([, text]) => text),
    (text) => phone(text) && phone(inside(text)),
  );
  quiet(
    'benign',
    set.benign.map(([, text]) => text),
  );

  const defence = json(data, 'diversion_defence_side.json') as {
    chat_ad_filter: { map: Record<string, string[]> };
    xianyu_guard: { forms: string[]; payment: string[]; offline: string[]; benign: string[] };
    guardian_cases: { positive: string[]; negative: string[] };
    review_site_words: { forms: string[] };
  };
  const forms = [
    ...Object.values(defence.chat_ad_filter.map).flat(),
    ...defence.xianyu_guard.forms,
    ...defence.review_site_words.forms,
  ];
  recall('defence-forms', forms);
  recall('defence-forms-inside', forms.map(inside));
  recall('defence-offline', defence.xianyu_guard.offline);
  recall('defence-payment', defence.xianyu_guard.payment);
  recall('defence-cases', defence.guardian_cases.positive);
  quiet('defence-benign', [...defence.xianyu_guard.benign, ...defence.guardian_cases.negative]);

  const ecd = (lines(data, 'ecd_dev_dialogues.jsonl') as { reply: string }[]).map(({ reply }) => reply);
  quiet('ecd-replies', ecd);
  const jddc = (lines(data, 'jddc2019_sessions.jsonl') as { messages: { role: string; text: string }[] }[])
    .flatMap(({ messages }) => messages)
    .filter(({ role }) => role === 'agent')
    .map(({ text }) => text);
  quiet('jddc-replies', jddc);
  if (existsSync(join(data, 'talkq_scripts.jsonl'))) {
    quiet(
      'vendor-scripts',
      (lines(data, 'talkq_scripts.jsonl') as { text: string }[]).map(({ text }) => text),
    );
  }

  const taboo = json(data, 'taboo_and_qc.json') as {
    call_center_dashboard: { items: string[]; good: string[] };
    a2_filter_1: { items: string[] };
    tea_brand_qc: { redlines: Record<string, string[]> };
  };
  const flagged = (text: string): boolean => findings(text).length > 0;
  recall(
    'taboo (any level)',
    [
      ...taboo.call_center_dashboard.items,
      ...taboo.a2_filter_1.items,
      ...Object.values(taboo.tea_brand_qc.redlines).flat(),
    ],
    flagged,
  );
  quiet('taboo-good', taboo.call_center_dashboard.good);
}

measureOwn();
if (data !== undefined) measureData(data);
