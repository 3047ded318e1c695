import { Action } from './Action.tsx';
import { FindingCard, Reasons } from './FindingCard.tsx';
import { KEYS } from './keys.ts';
import { scopesFor } from './scopes.ts';
import type { Ui } from './ui.ts';
import type { FindingView } from './view.ts';

/** What is wrong with the draft: one finding at a time, the others one key away. */
export function Findings({ findings, at, ui }: { findings: readonly FindingView[]; at: number; ui: Ui }) {
  const finding = findings[at] ?? findings[0];
  if (!finding) return null;
  return (
    <FindingCard key={finding.id} finding={finding} at={at} of={findings.length} ui={ui}>
      <div class="row acts">
        {finding.replacement && (
          <Action
            ui={ui}
            cap={KEYS.replace}
            word="find.replace"
            wish={{ kind: 'replace', finding: finding.id }}
          />
        )}
        <details name="more">
          <summary class="link">{ui.say('find.dismiss')}…</summary>
          <div class="row acts more">
            {scopesFor(finding.level).map((scope) => (
              <Action
                key={scope}
                ui={ui}
                word={`dismiss.${scope}`}
                wish={{ kind: 'dismiss', finding: finding.id, scope }}
              />
            ))}
          </div>
        </details>
        <details name="more">
          <summary class="link">{ui.say('find.why')}</summary>
          <div class="more">
            <Reasons finding={finding} ui={ui} />
          </div>
        </details>
      </div>
    </FindingCard>
  );
}
