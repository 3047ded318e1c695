import { say } from '../i18n/say.ts';
import { count, decimal, duration, percent } from '../ui/format.ts';
import { Figure } from './Figure.tsx';
import { Total } from './Total.tsx';
import { VerdictTag } from './VerdictTag.tsx';
import type { Act, AgentRow, FigureKind } from './view.ts';

/** Findings per 1,000 messages as sent; null where nothing was sent. */
const perThousand = (found: number, messages: number): string | null =>
  messages === 0 ? null : decimal((found / messages) * 1000);

function Row({ row, on, act }: { row: AgentRow; on: boolean; act: Act }) {
  const open = (figure: FigureKind, column: string, children: preact.ComponentChildren) => (
    <Figure agent={row.id} figure={figure} what={`${row.name}, ${column}`} act={act}>
      {children}
    </Figure>
  );
  const block = perThousand(row.sent.block, row.sent.messages);
  const warn = perThousand(row.sent.warn, row.sent.messages);
  return (
    <tr data-on={on} onClick={() => act({ kind: 'select', agent: row.id })}>
      <th scope="row">
        <button
          type="button"
          class="name"
          aria-pressed={on}
          title={say('sup.select', { name: row.name })}
          onClick={() => act({ kind: 'select', agent: row.id })}
        >
          {row.name}
        </button>
        {row.seats && <span class="ci">{row.seats}</span>}
      </th>
      <td>
        <Total total={row.total} />
      </td>
      <td>
        {row.mean
          ? open(
              'mean',
              say('sup.mean'),
              <>
                <span class={row.mean.late ? 'care' : undefined}>{duration(row.mean.seconds)}</span>
                <span class="ci">{say('sup.turns', { n: count(row.mean.turns) })}</span>
              </>,
            )
          : '–'}
      </td>
      <td>
        {row.within
          ? open(
              'within',
              say('sup.within', { target: '' }),
              <>
                {percent(row.within.share)}
                <span class="ci">
                  {count(row.within.met)}/{count(row.within.counted)}
                </span>
              </>,
            )
          : '–'}
      </td>
      <td>
        {block === null || warn === null
          ? '–'
          : open(
              'sent',
              say('sup.per1000'),
              <>
                <span class={row.sent.block > 0 ? 'bad' : undefined}>{block}</span>
                <span class="slash">/</span>
                <span class={row.sent.warn > 0 ? 'care' : undefined}>{warn}</span>
              </>,
            )}
      </td>
      <td>{open('missed', say('sup.missed'), count(row.missed))}</td>
      <td>{open('received', say('sup.received'), count(row.received))}</td>
      <td>
        <VerdictTag verdict={row.verdict} />
      </td>
    </tr>
  );
}

/** One agent a row; each figure is a button to its turns, and the name opens the scorecard. */
export function AgentTable({
  rows,
  selected,
  targetSeconds,
  act,
}: {
  rows: readonly AgentRow[];
  selected: string | null;
  targetSeconds: number;
  act: Act;
}) {
  return (
    <div class="scroll-x">
      <table class="agents" aria-label={say('sup.table')}>
        <thead>
          <tr>
            <th scope="col">{say('sup.agent')}</th>
            <th scope="col">{say('sup.score')}</th>
            <th scope="col">{say('sup.mean')}</th>
            <th scope="col">{say('sup.within', { target: duration(targetSeconds) })}</th>
            <th scope="col" title={say('sup.per1000Why')}>
              {say('sup.per1000')}
              <span class="ci">{say('sup.per1000Why')}</span>
            </th>
            <th scope="col">{say('sup.missed')}</th>
            <th scope="col">{say('sup.received')}</th>
            <th scope="col">{say('sup.log')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} on={row.id === selected} act={act} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
