import type { Case } from '../../core/cases.ts';
import { nodesOf } from '../../core/flows/run.ts';
import { shown } from '../../core/forms/fill.ts';
import { handedFields } from '../../core/hand-over.ts';
import type { CaseKey } from '../i18n/case.ts';
import { type CaseUi, shortTime, titleOf } from './view.ts';

/**
 * What the next person must know, as text to paste: the case, what was entered but for the buyer's personal values,
 * where its flow stands, the last notes. `hand` is the number under which both logs know the handing over.
 */
export function handText(one: Case, hand: string, to: string, ui: CaseUi): string {
  const { say, catalogue, now, timeZone } = ui;
  const entered = handedFields(one, catalogue.forms).map(
    ({ field, value }) => `${titleOf(field, ui)}: ${shown(field, value, ui.language)}`,
  );
  const flow = catalogue.flows.find(({ id }) => id === one.flow?.flow);
  const current =
    flow && one.flow ? nodesOf(flow, one.flow, now, timeZone).find(({ state }) => state === 'current') : null;
  return [
    `${say('hand.name')} → ${to} · ${say(`case.${one.category}` as CaseKey)} · ${shortTime(one.openedAt, ui)}`,
    ...entered,
    ...(flow ? [`${titleOf(flow, ui)}: ${current ? titleOf(current.node, ui) : say('flow.through')}`] : []),
    ...one.notes.slice(-3).map(({ at, text }) => `${shortTime(at, ui)} ${text}`),
    `# ${one.id} ${hand}`,
  ].join('\n');
}
