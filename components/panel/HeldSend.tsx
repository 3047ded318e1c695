import type { OverrideReason } from '../../core/event.ts';
import { Action } from './Action.tsx';
import { FindingCard } from './FindingCard.tsx';
import { KEYS } from './keys.ts';
import type { On, ScreeningView } from './view.ts';
import { useSay } from './words.ts';

/** Key 1 is the first. */
const REASONS: readonly OverrideReason[] = [
  'false-alarm',
  'quoting-buyer',
  'platform-allows',
  'supervisor-agreed',
  'other',
];

/** A stopped send: why, what to write, and the way past it. Nothing here sends; the agent presses send again. */
export function HeldSend({ screening, on }: { screening: Extract<ScreeningView, { kind: 'held' }>; on: On }) {
  const say = useSay();
  const { findings, current, choosing } = screening;
  const finding = findings[current] ?? findings[0];
  if (!finding) return null;
  return (
    <FindingCard
      finding={finding}
      at={current}
      of={findings.length}
      title={say('held.title')}
      explained
      on={on}
    >
      <div class="acts">
        {finding.replacement && (
          <Action
            cap={KEYS.replace}
            kind="main"
            onClick={(event) => on({ kind: 'replace', finding: finding.id }, event)}
          >
            {say('find.replace')}
          </Action>
        )}
        <Action cap={KEYS.keepEditing} onClick={(event) => on({ kind: 'keep-editing' }, event)}>
          {say('held.edit')}
        </Action>
        <Action
          kind="link"
          cap={KEYS.sendAnyway}
          expanded={choosing}
          onClick={(event) => on({ kind: 'choose-reason' }, event)}
        >
          {say('held.send')}
        </Action>
      </div>
      {choosing && <ReasonKeys on={on} />}
    </FindingCard>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: false });
}

/** The five reasons. Digits choose only while the focus is in here, so that a digit typed in the editor stays one. */
function ReasonKeys({ on }: { on: On }) {
  const say = useSay();
  const press = (event: KeyboardEvent) => {
    const reason = REASONS[Number(event.key) - 1];
    if (!reason || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    on({ kind: 'override', reason }, event);
  };
  return (
    <fieldset class="choose" tabIndex={-1} ref={takeFocus} onKeyDown={press}>
      <legend>{say('held.choose')}</legend>
      <div class="acts menu">
        {REASONS.map((reason, index) => (
          <Action
            key={reason}
            cap={String(index + 1)}
            onClick={(event) => on({ kind: 'override', reason }, event)}
          >
            {say(`reason.${reason}`)}
          </Action>
        ))}
      </div>
    </fieldset>
  );
}
