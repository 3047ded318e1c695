import type { FindingView, ManualView } from '../../components/manual/view.ts';
import { openWait } from '../../core/clock/open-wait.ts';
import type { Signals } from '../../core/event.ts';
import type { HelloAnswer } from '../../messaging/contract.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { findingId } from './drafting.ts';
import { type State, whoseIs } from './state.ts';

/** What kind of saying each logged message is, by the id that it was logged under. */
export type Classes = Map<string, Signals['class']>;

/** What manual mode draws. */
export function viewOf(
  state: State,
  hello: HelloAnswer | null,
  findings: readonly Finding[],
  classes: Classes,
): ManualView {
  const names = [...new Set(state.turns.flatMap(({ name }) => (name ? [name] : [])))];
  return {
    ...state,
    turns: state.turns.map(({ id, name, by, text, shownAt }) => ({ id, name, by, text, at: shownAt })),
    names: names.map((name) => ({ name, by: whoseIs(name, state) })),
    waited: hello && waited(state, hello, classes),
    findings: findings.map((finding) => findingView(finding, hello)),
  };
}

/** How many seconds the buyer has waited, or null while nobody waits. */
function waited({ turns }: State, { profile }: HelloAnswer, classes: Classes): number | null {
  const messages = turns.flatMap(({ id, logged, by, at, seen, sentAt }) =>
    logged ? [{ id, by, at, seen, sentAt, class: classes.get(logged) ?? ('substantive' as const) }] : [],
  );
  const wait = openWait(messages, profile, Date.now());
  return wait.kind === 'nobody' ? null : Math.max(0, Math.floor(wait.seconds));
}

function findingView(finding: Finding, hello: HelloAnswer | null): FindingView {
  const { rule, level, start, end } = finding;
  const note = hello?.rules.notes[rule];
  return {
    id: findingId(finding),
    level,
    title: note?.title ?? rule,
    message: note?.message ?? '',
    start,
    end,
    replacement: note?.replaces === 'sentence' ? null : (finding.replacement ?? null),
  };
}
