import { Action } from './Action.tsx';
import { clockFace } from './clock-face.ts';
import type { On, PanelView } from './view.ts';
import { type useSay as Use, useSay } from './words.ts';

/** What this person did today on this machine, in words. */
export function Today({ today, person, on }: Pick<PanelView, 'today' | 'person'> & { on: On }) {
  const say = useSay();
  return (
    <div class="today">
      <p class={person ? 'y' : 'y trouble'}>{person ? say('today.on', { person }) : say('today.off')}</p>
      {today ? (
        <>
          <dl>
            {rows(today, say).map(([label, figure]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{figure}</dd>
              </div>
            ))}
          </dl>
          <p class="y">{say('today.estimate')}</p>
        </>
      ) : (
        <p class="empty">{say('today.empty')}</p>
      )}
      <div class="acts">
        <Action onClick={(event) => on({ kind: 'open-page', page: 'desk' }, event)}>
          {say('today.desk')}
        </Action>
      </div>
    </div>
  );
}

function rows(
  today: NonNullable<PanelView['today']>,
  say: ReturnType<typeof Use>,
): readonly [string, string | number][] {
  const mean = today.meanSeconds;
  const short = (seconds: number) =>
    seconds < 60 ? say('today.seconds', { n: Math.round(seconds) }) : clockFace(seconds);
  return [
    [say('today.conversations'), today.conversations],
    [say('today.mean'), mean === null ? say('today.none') : short(mean)],
    [
      say('today.within', { target: short(today.targetSeconds) }),
      today.turns === 0
        ? say('today.none')
        : say('today.share', { met: today.withinTarget, all: today.turns }),
    ],
    [say('today.fixed'), today.fixedDrafts],
    [say('today.sent'), today.sentFindings],
    [say('today.cases'), today.openCases],
  ];
}
