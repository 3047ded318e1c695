import type { Pack } from './pack.ts';
import { issue, type PackIssue } from './pack-issue.ts';
import { PACK_LIMITS } from './pack-limits.ts';
import { type Category, leavesOf } from './pack-sections.ts';
import type { Rule } from './rule.ts';
import { PhraseError, spellOut } from './screen/phrase.ts';
import type { Script } from './script.ts';
import { slotProblems } from './slots.ts';

/** What a shape cannot say: ids are unique even folded, references point at scripts, phrases and slots are whole. */
export function meaningIssues(pack: Pack, scripts: readonly Script[]): PackIssue[] {
  return [
    ...duplicates(pack),
    ...references(pack, scripts),
    ...cycles(scripts),
    ...slots(pack),
    ...phrases(pack),
  ];
}

const foldedId = (id: string): string => id.normalize('NFKC').toLowerCase();

/** Ids are unique within a list; rules and scripts share one space, since findings and uses name them alone. */
function duplicates(pack: Pack): PackIssue[] {
  const found: PackIssue[] = [];
  const once = (lists: Readonly<Record<string, readonly { readonly id: string }[] | undefined>>): void => {
    const seen = new Map<string, string>();
    for (const [list, entries = []] of Object.entries(lists))
      for (const [index, { id }] of entries.entries()) {
        const path = `${list}.${index}.id`;
        const first = seen.get(foldedId(id));
        if (first === undefined) seen.set(foldedId(id), path);
        else found.push(issue('E_DUPLICATE_ID', path, `${id}, ${first}`));
      }
  };
  const { rules, scripts, facts, products, notices, profiles, rubrics } = pack;
  once({ rules, scripts });
  for (const one of [{ facts }, { products }, { notices }, { profiles }, { rubrics }]) once(one);
  const { forms, flows, shifts, adapters, drills } = pack;
  for (const one of [{ forms }, { flows }, { shifts }, { adapters }, { drills }]) once(one);
  once({ categories: nodesOf(pack.categories ?? []) });
  return found;
}

const nodesOf = (tree: readonly Category[]): Category[] =>
  tree.flatMap((node) => ['children' in node ? [node, ...nodesOf(node.children)] : [node]].flat());

function references(pack: Pack, scripts: readonly Script[]): PackIssue[] {
  const ids = new Set(scripts.map(({ id }) => id));
  const found: PackIssue[] = [];
  const pointsAt = (path: string, from: string, target: string) => {
    if (!ids.has(target) || target === from) found.push(issue('E_REFERENCE', path, `${from} → ${target}`));
  };
  for (const [index, entry] of pack.scripts.entries()) {
    const targets =
      entry.kind === 'superseded' ? entry.instead : (entry.branches ?? []).map(({ script }) => script);
    for (const target of targets) pointsAt(`scripts.${index}`, entry.id, target);
  }
  const rules = new Set(pack.rules.map(({ id }) => id));
  for (const [index, test] of (pack.tests ?? []).entries()) {
    if (test.kind === 'suggest') pointsAt(`tests.${index}.script`, 'tests', test.script);
    else
      for (const rule of test.rules)
        if (!rules.has(rule)) found.push(issue('E_REFERENCE', `tests.${index}.rules`, `tests → ${rule}`));
  }
  const depth = (tree: readonly Category[]): number =>
    Math.max(0, ...tree.map((node) => 1 + ('children' in node ? depth(node.children) : 0)));
  if (depth(pack.categories ?? []) > 5) found.push(issue('E_LIMIT', 'categories', 'categories ≤ 5'));
  if (leavesOf(pack.categories ?? []).length > 500)
    found.push(issue('E_LIMIT', 'categories', 'categories ≤ 500'));
  return found;
}

/** Next steps lead on: one that comes back to where it began would keep an agent going in a circle. */
function cycles(scripts: readonly Script[]): PackIssue[] {
  const next = new Map(scripts.map(({ id, branches }) => [id, (branches ?? []).map(({ script }) => script)]));
  const done = new Set<string>();
  const found: PackIssue[] = [];
  for (const start of next.keys()) {
    const way: string[] = [];
    const steps = [[start]];
    while (steps.length > 0) {
      const id = steps.at(-1)?.shift();
      if (id === undefined) {
        steps.pop();
        const left = way.pop();
        if (left !== undefined) done.add(left);
      } else if (way.includes(id)) {
        if (way.at(-1) !== id)
          found.push(issue('E_CYCLE', 'scripts', [...way.slice(way.indexOf(id)), id].join(' → ')));
      } else if (!done.has(id)) {
        way.push(id);
        steps.push([...(next.get(id) ?? [])]);
      }
    }
  }
  return found;
}

function slots(pack: Pack): PackIssue[] {
  return pack.scripts.flatMap((entry, index) =>
    (entry.kind === 'superseded' ? [] : [entry.body, ...(entry.variants ?? [])]).flatMap((text) =>
      slotProblems(text).map(({ code, shown }) => issue(code, `scripts.${index}`, `${entry.id}: ${shown}`)),
    ),
  );
}

/** Whether a rule's phrases speak by themselves, with nothing beside them asked for. */
const stands = ({ kind, whole, near, clues, notAfter, notBefore, unless }: Rule): boolean =>
  (kind === 'phrase' || kind === 'substitution') &&
  whole !== true &&
  !near &&
  !clues &&
  !notAfter &&
  !notBefore &&
  !unless;

function phrases(pack: Pack): PackIssue[] {
  const found: PackIssue[] = [];
  let written = 0;
  let spelled = 0;
  const tooMany = () => written > PACK_LIMITS.phrases || spelled > PACK_LIMITS.spelled;
  const look = (rule: Rule, path: string, texts: readonly string[] | undefined, flags: boolean): void => {
    for (const text of texts ?? []) {
      // A few letters can stand for thousands of phrases: stop before that takes time.
      if (tooMany()) return;
      written += 1;
      if (text.length > PACK_LIMITS.phrase * 10)
        found.push(issue('E_LIMIT', path, `${rule.id}: ${text.length} > ${PACK_LIMITS.phrase * 10}`));
      else found.push(...spelt(rule, path, text, flags));
    }
  };
  const spelt = (rule: Rule, path: string, text: string, flags: boolean): PackIssue[] => {
    try {
      const all = spellOut(text);
      spelled += all.length;
      const bare = all.map((one) => one.replace(/[\s\p{Cf}]/gu, ''));
      if (bare.includes('')) return [issue('E_PHRASE_EMPTY', path, rule.id)];
      const long = all.find((one) => one.length > PACK_LIMITS.phrase);
      if (long !== undefined)
        return [issue('E_LIMIT', path, `${rule.id}: ${long.length} > ${PACK_LIMITS.phrase}`)];
      const short = flags && stands(rule);
      const one = short ? bare.find((each) => [...each].length === 1) : undefined;
      return one === undefined ? [] : [issue('W_PHRASE_TOO_SHORT', path, `${rule.id}: ${one}`)];
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      return [issue(/^over /.test(error.message) ? 'E_LIMIT' : 'E_PHRASE', path, `${rule.id}: ${text}`)];
    }
  };
  for (const [index, rule] of pack.rules.entries()) {
    look(rule, `rules.${index}.phrases`, rule.phrases, true);
    look(rule, `rules.${index}.unless`, rule.unless, false);
    look(rule, `rules.${index}.notAfter`, rule.notAfter, false);
    look(rule, `rules.${index}.notBefore`, rule.notBefore, false);
    look(rule, `rules.${index}.scope.asked`, rule.scope?.asked, false);
    for (const near of rule.near ?? []) look(rule, `rules.${index}.near`, near.phrases, false);
    for (const sign of rule.clues?.signs ?? []) look(rule, `rules.${index}.clues`, sign.phrases, false);
    if (tooMany())
      return [
        ...found,
        issue('E_LIMIT', `rules.${index}`, `phrases ≤ ${PACK_LIMITS.phrases}, ${PACK_LIMITS.spelled}`),
      ];
  }
  return found;
}
