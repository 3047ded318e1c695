import type { OverrideReason } from '../../core/event.ts';
import { Action } from './Action.tsx';
import { FindingCard } from './FindingCard.tsx';
import { takeFocus } from './isolate.ts';
import { isPlain, KEYS } from './keys.ts';
import type { Ui } from './ui.ts';
import type { ScreeningView } from './view.ts';

/** Key 1 is the first. */
const REASONS: readonly OverrideReason[] = [
  'false-alarm',
  'quoting-buyer',
  'platform-allows',
  'supervisor-agreed',
  'other',
];

/** A stopped send: why, what to write, and the way past it. Nothing here sends; the agent presses send again. */
export function HeldSend({ screening, ui }: { screening: Extract<ScreeningView, { kind: 'held' }>; ui: Ui }) {
  const { findings, current, choosing } = screening;
  const finding = findings[current] ?? findings[0];
  if (!finding) return null;
  return (
    <FindingCard held finding={finding} at={current} of={findings.length} ui={ui}>
      <div class="row acts">
        {finding.replacement && (
          <Action
            ui={ui}
            look="main"
            cap={KEYS.replace}
            word="find.replace"
            wish={{ kind: 'replace', finding: finding.id }}
          />
        )}
        <Action ui={ui} cap={KEYS.keepEditing} word="held.edit" wish={{ kind: 'keep-editing' }} />
        {!choosing && (
          <Action
            ui={ui}
            look="link"
            cap={KEYS.sendAnyway}
            word="held.send"
            wish={{ kind: 'choose-reason' }}
          />
        )}
      </div>
      {choosing && <ReasonKeys ui={ui} />}
    </FindingCard>
  );
}

/** The five reasons. Digits choose only while the focus is in here, so that a digit typed in the editor stays one. */
function ReasonKeys({ ui }: { ui: Ui }) {
  const press = (event: KeyboardEvent) => {
    const reason = REASONS[Number(event.key) - 1];
    if (!reason || !isPlain(event)) return;
    event.preventDefault();
    ui.on({ kind: 'override', reason }, event);
  };
  return (
    <fieldset class="choose" tabIndex={-1} ref={takeFocus} onKeyDown={press}>
      <legend class="note">{ui.say('held.choose')}</legend>
      <div class="row acts">
        {REASONS.map((reason, index) => (
          <Action
            key={reason}
            ui={ui}
            cap={`${index + 1}`}
            word={`reason.${reason}`}
            wish={{ kind: 'override', reason }}
          />
        ))}
      </div>
    </fieldset>
  );
}
