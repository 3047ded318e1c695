import { useState } from 'preact/hooks';
import type { DismissScope } from '../../core/event.ts';
import { Action } from './Action.tsx';
import { FindingCard } from './FindingCard.tsx';
import { KEYS } from './keys.ts';
import type { FindingView, On } from './view.ts';
import { useSay } from './words.ts';

const SCOPES: readonly DismissScope[] = ['once', 'conversation', 'shop', 'trainer'];

/** What is wrong with the draft: one finding at a time, the others one key away. */
export function Findings({ findings, at, on }: { findings: readonly FindingView[]; at: number; on: On }) {
  const say = useSay();
  const [opened, setOpened] = useState({ finding: '', part: '' });
  const finding = findings[at] ?? findings[0];
  if (!finding) return null;
  const shows = (part: 'why' | 'dismiss') => opened.finding === finding.id && opened.part === part;
  const toggle = (part: 'why' | 'dismiss') => () =>
    setOpened({ finding: finding.id, part: shows(part) ? '' : part });
  return (
    <FindingCard finding={finding} at={at} of={findings.length} explained={shows('why')} on={on}>
      <div class="acts">
        {finding.replacement && (
          <Action cap={KEYS.replace} onClick={(event) => on({ kind: 'replace', finding: finding.id }, event)}>
            {say('find.replace')}
          </Action>
        )}
        <Action kind="link" expanded={shows('dismiss')} onClick={toggle('dismiss')}>
          {say('find.dismiss')}…
        </Action>
        <Action kind="link" expanded={shows('why')} onClick={toggle('why')}>
          {say('find.why')}
        </Action>
      </div>
      {shows('dismiss') && (
        <fieldset class="acts menu" aria-label={say('find.dismiss')}>
          {SCOPES.map((scope) => (
            <Action
              key={scope}
              onClick={(event) => on({ kind: 'dismiss', finding: finding.id, scope }, event)}
            >
              {say(`dismiss.${scope}`)}
            </Action>
          ))}
        </fieldset>
      )}
    </FindingCard>
  );
}
