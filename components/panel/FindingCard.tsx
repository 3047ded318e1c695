import { CircleMinus, Info, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Action } from './Action.tsx';
import { Icon } from './Icon.tsx';
import { KEYS } from './keys.ts';
import type { Ui } from './ui.ts';
import type { FindingView } from './view.ts';

export const LEVEL_ICONS = { hint: Info, warn: TriangleAlert, block: CircleMinus } as const;

/** One finding: what is wrong, why, and what to write instead. What may be done about it comes as children. */
export function FindingCard({
  finding,
  at,
  of,
  held,
  ui,
  children,
}: {
  finding: FindingView;
  /** Its place among `of` findings, from 0. */
  at: number;
  of: number;
  /** Whether it stopped a send: then it says so first and gives its reasons unasked. */
  held?: boolean;
  ui: Ui;
  children: ComponentChildren;
}) {
  const { level, title, underlined, match, message, replacement } = finding;
  return (
    <section class={`find ${level}`} aria-label={ui.say('find.name')}>
      {held && <p class="strong">{ui.say('held.title')}</p>}
      <div class="row strong tone">
        <Icon node={LEVEL_ICONS[level]} />
        <h2>
          {ui.say(`level.${level}`)} · {title}
        </h2>
        {of > 1 && (
          <>
            <small>
              {at + 1}/{of}
            </small>
            <Action
              ui={ui}
              look="ic"
              bare
              word="find.previous"
              cap={KEYS.previous}
              wish={{ kind: 'step', by: -1 }}
            />
            <Action ui={ui} look="ic" bare word="find.next" cap={KEYS.next} wish={{ kind: 'step', by: 1 }} />
          </>
        )}
      </div>
      <p class="note">
        {!underlined && <b>「{match}」</b>}
        {message}
      </p>
      {held && <Reasons finding={finding} ui={ui} />}
      {replacement && <p class="fix">{replacement}</p>}
      {children}
    </section>
  );
}

/** Why the rule exists, where it is written and what breaking it costs, as far as the pack says. */
export function Reasons({ finding, ui }: { finding: FindingView; ui: Ui }) {
  const { why, clause, penalty } = finding;
  return (
    <div class="reasons note">
      <p>{why}</p>
      {clause && <p>{ui.say('find.clause', { clause })}</p>}
      {penalty && <p>{ui.say('find.penalty', { penalty })}</p>}
    </div>
  );
}
