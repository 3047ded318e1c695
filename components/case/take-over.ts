import type { DeskCatalogue, DeskDoing } from '../../core/desk.ts';
import type { ResumedFlow } from '../../core/event.ts';
import type { Flow } from '../../core/flows/flow.ts';
import { readValue } from '../../core/forms/read-value.ts';
import { fieldsOf, type HandedFlow, type HandOver } from '../../core/hand-over.ts';
import { type CaseUi, shortTime, titleOf } from './view.ts';

const DAY = 86_400_000;
/** The longest note that the log takes, in UTF-16 units. */
const NOTE = 2000;

/** What taking a case over would do, for the person to see first and then for the log. */
export interface Taking {
  readonly acts: readonly DeskDoing[];
  /** How many entries find their field here. */
  readonly fields: number;
  /** Entries without a field here, or whose value it does not take: kept as a note. */
  readonly unknown: readonly string[];
  /** Values of fields that are personal here. A file should hold none; they are left out. */
  readonly personal: number;
  readonly flow: {
    readonly title: string;
    /** The next step's title; null if it is through. */
    readonly next: string | null;
    /** Whether it goes on here where it stood. */
    readonly goesOn: boolean;
  } | null;
}

type Words = Pick<CaseUi, 'say' | 'language' | 'timeZone'>;

/** Whether every step done is one that the flow has here, with a choice that it offers. */
function fits(flow: Flow, { variant, done }: HandedFlow): boolean {
  if (variant !== null && !flow.variants.some(({ id }) => id === variant)) return false;
  return done.every(({ node, choice }) => {
    const known = flow.nodes.find(({ id }) => id === node);
    return (
      known !== undefined && (choice === null || known.choices?.some(({ id }) => id === choice) === true)
    );
  });
}

/** What the fields of this desk take of a file's entries. */
function readFields(entries: HandOver['case']['fields'], { forms }: DeskCatalogue) {
  const fields = fieldsOf(forms);
  const values: Record<string, string> = {};
  const unknown: string[] = [];
  let personal = 0;
  for (const [id, value] of Object.entries(entries)) {
    const field = fields.get(id);
    // Whose case it is, the log of this machine tells: the one who takes it.
    if (id === 'owner') continue;
    if (field?.type.kind === 'personal') personal += 1;
    else {
      const read = field && readValue(field.type, value);
      if (read?.ok) values[id] = read.value;
      else unknown.push(`${field?.title ?? id}: ${value}`);
    }
  }
  return { values, unknown, personal };
}

/**
 * The acts of taking a case over under the id `one` on this desk, all for one call. Acts are stamped when they are kept:
 * what happened before is told in notes, and a flow goes on by `resumed`, which alone can carry its earlier times.
 */
export function takeOver(
  file: HandOver,
  catalogue: DeskCatalogue,
  one: string,
  now: number,
  ui: Words,
): Taking {
  const { values, unknown, personal } = readFields(file.case.fields, catalogue);
  const fields = {
    ...values,
    ...(file.case.urgency === 'urgent' ? { urgency: 'urgent' } : {}),
    ...(catalogue.forms.some(({ id }) => id === file.case.form) ? { form: file.case.form ?? '' } : {}),
  };
  const flow = file.flow;
  const known = flow && catalogue.flows.find(({ id, scope }) => id === flow.flow && scope === 'case');
  const goesOn = flow !== null && known != null && fits(known, flow);
  const note = (text: string): DeskDoing => ({ kind: 'case-noted', case: one, text });
  const acts: DeskDoing[] = [
    { kind: 'case-opened', case: one, category: file.case.category },
    { kind: 'case-taken', case: one, hand: file.hand, from: file.from },
  ];
  if (Object.keys(fields).length > 0) acts.push({ kind: 'case-changed', case: one, fields });
  if (flow && goesOn)
    acts.push({
      kind: 'case-flow',
      case: one,
      flow: flow.flow,
      variant: flow.variant,
      resumed: resumedOf(flow),
    });
  for (const { at, person, text } of file.notes)
    acts.push(note(`${[shortTime(at, ui), person].filter(Boolean).join(' ')} · ${text}`));
  if (flow && flow.done.length > 0)
    acts.push(...noted(ui.say('hand.steps', { title: flow.title }), stepLines(flow, ui)).map(note));
  if (unknown.length > 0) acts.push(...noted(ui.say('hand.unknown'), unknown).map(note));
  for (const [at, each] of file.followUps.entries())
    acts.push({
      kind: 'follow-up-set',
      followUp: `${one}.${at}`,
      // A promise is made in a message, which is not here: its words are what must be come back for.
      what: each.what === 'promise' ? 'reply' : each.what,
      // A promise that named no time would never be asked about again: whoever takes it has a day to look.
      due: each.due ?? now + DAY,
      case: one,
      ...(each.note === '' ? {} : { note: each.note }),
    });
  const next = flow?.next && (known?.nodes.find(({ id }) => id === flow.next?.node) ?? null);
  return {
    acts,
    fields: Object.keys(values).length,
    unknown,
    personal,
    flow: flow && {
      title: known ? titleOf(known, ui) : flow.title,
      next: next ? titleOf(next, ui) : (flow.next?.title ?? null),
      goesOn,
    },
  };
}

const resumedOf = ({ startedAt, done }: HandedFlow): ResumedFlow => ({
  startedAt,
  done: Object.fromEntries(done.map(({ node, at, choice }) => [node, { at, choice }])),
});

const stepLines = ({ done }: HandedFlow, ui: Words): string[] =>
  done.map((node) => [shortTime(node.at, ui), node.title, node.person].filter(Boolean).join(' '));

/** Lines under a heading, as few notes as hold them. */
function noted(heading: string, lines: readonly string[]): string[] {
  const notes: string[] = [];
  let text = heading;
  for (const line of lines) {
    if (text.length + 1 + line.length > NOTE) {
      notes.push(text);
      text = line.slice(0, NOTE);
    } else text = `${text}\n${line}`;
  }
  return [...notes, text];
}
