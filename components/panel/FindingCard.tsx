import { ChevronDown, ChevronUp, CircleMinus, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { Level } from '../../core/event.ts';
import { IconAction } from './Action.tsx';
import { Icon } from './Icon.tsx';
import { KEYS } from './keys.ts';
import { Reasons } from './Reasons.tsx';
import type { FindingView, On } from './view.ts';
import { useSay } from './words.ts';

const LEVEL_ICONS = { hint: Info, warn: TriangleAlert, block: CircleMinus } as const satisfies Record<
  Level,
  unknown
>;

/** One finding: what is wrong, why, and what to write instead. What may be done about it comes as children. */
export function FindingCard({
  finding,
  at,
  of,
  title,
  explained,
  on,
  children,
}: {
  finding: FindingView;
  /** Its place among `of` findings, from 0. */
  at: number;
  of: number;
  /** A line above all others: that a send was held. */
  title?: string;
  /** Whether the reasons behind the rule are shown. */
  explained: boolean;
  on: On;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <section class="find" data-level={finding.level} aria-label={title ?? say('find.name')}>
      {title && <p class="stopped">{title}</p>}
      <div class="head">
        <Icon node={LEVEL_ICONS[finding.level]} />
        <h2>
          {say(`level.${finding.level}`)} · {finding.title}
        </h2>
        {of > 1 && <Steps at={at} of={of} on={on} />}
      </div>
      <p class="why">
        {!finding.underlined && <q>{say('find.match', { match: finding.match })}</q>}
        {finding.message}
      </p>
      {explained && <Reasons finding={finding} />}
      {finding.replacement && <p class="fix">{finding.replacement}</p>}
      {children}
    </section>
  );
}

function Steps({ at, of, on }: { at: number; of: number; on: On }) {
  const say = useSay();
  return (
    <span class="steps">
      {at + 1}/{of}
      <IconAction
        name={`${say('find.previous')} ${KEYS.previous}`}
        onClick={(event) => on({ kind: 'step', by: -1 }, event)}
      >
        <Icon node={ChevronUp} />
      </IconAction>
      <IconAction
        name={`${say('find.next')} ${KEYS.next}`}
        onClick={(event) => on({ kind: 'step', by: 1 }, event)}
      >
        <Icon node={ChevronDown} />
      </IconAction>
    </span>
  );
}
