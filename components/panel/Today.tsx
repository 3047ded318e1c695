import type { Say } from '../i18n/panel.ts';
import { Action } from './Action.tsx';
import { clockFace } from './clock-face.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** What this person did today on this machine, in words. */
export function Today({ today, person, ui }: Pick<PanelView, 'today' | 'person'> & { ui: Ui }) {
  const { say } = ui;
  return (
    <div class="part">
      <p class={person ? 'note' : 'note trouble'}>
        {person ? say('today.on', { person }) : say('today.off')}
      </p>
      {today && (
        <dl>
          {rows(today, say).map(([label, figure]) => (
            <div key={label} class="row">
              <dt>{label}</dt>
              <dd>{figure}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="note">{say(today ? 'today.estimate' : 'today.empty')}</p>
      <div>
        <Action ui={ui} word="today.desk" wish={{ kind: 'open-page', page: 'desk' }} />
      </div>
    </div>
  );
}

function rows(today: NonNullable<PanelView['today']>, say: Say): readonly [string, string | number][] {
  const { meanSeconds, turns } = today;
  const short = (n: number) => (n < 60 ? say('today.seconds', { n: Math.round(n) }) : clockFace(n));
  const none = say('today.none');
  return [
    [say('today.conversations'), today.conversations],
    [say('today.mean'), meanSeconds === null ? none : short(meanSeconds)],
    [
      say('today.within', { target: short(today.targetSeconds) }),
      turns ? say('today.share', { met: today.withinTarget, all: turns }) : none,
    ],
    [say('today.fixed'), today.fixedDrafts],
    [say('today.sent'), today.sentFindings],
    [say('today.cases'), today.openCases],
  ];
}
