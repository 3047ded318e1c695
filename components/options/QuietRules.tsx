import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { moment } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { OptionsAct, QuietRow } from './view.ts';

/** The rules that agents have silenced in a shop, each with its way back. */
export function QuietRules({ rows, act }: { rows: readonly QuietRow[] | null; act: OptionsAct }) {
  if (rows === null) return <Skeleton />;
  if (rows.length === 0) return <p class="muted">{say('options.quietNone')}</p>;
  return (
    <>
      <p class="muted">{say('options.quietWhy')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('options.quietRule')}</th>
            <th scope="col">{say('options.quietShop')}</th>
            <th scope="col">{say('options.quietSince')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.console} ${row.shop} ${row.rule}`}>
              <th scope="row">{row.title}</th>
              <td>
                {row.shop === 'unknown' ? say('options.quietUnnamed') : row.shop}{' '}
                <span class="ci">{row.consoleName}</span>
              </td>
              <td>{moment(row.since)}</td>
              <td>
                <Button
                  label={say('options.quietRestoreOne', { rule: row.title })}
                  onClick={() => act({ kind: 'restore', row })}
                >
                  {say('options.quietRestore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
