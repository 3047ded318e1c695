import { CircleAlert, CircleCheck, CircleDashed, Files, type IconNode, Lock } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { count } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Act, ImportRow } from './view.ts';

const icons: Readonly<Record<ImportRow['kind'], IconNode>> = {
  reading: CircleDashed,
  imported: CircleCheck,
  already: Files,
  locked: Lock,
  wrong: CircleAlert,
};

function outcome(row: ImportRow): string {
  switch (row.kind) {
    case 'reading':
      return say('sup.reading');
    case 'imported':
      return say('sup.imported', { agent: row.agent, n: count(row.events) });
    case 'already':
      return say('sup.already', { agent: row.agent });
    case 'locked':
      return say(row.tried ? 'sup.lockedWrong' : 'sup.locked');
    case 'wrong':
      return row.why;
  }
}

function Unlock({ row, act }: { row: Extract<ImportRow, { kind: 'locked' }>; act: Act }) {
  const { id, file, source } = row;
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        act({ kind: 'unlock', id, source, passphrase });
      }}
    >
      <input
        type="password"
        autoComplete="off"
        required
        aria-label={say('sup.passphrase', { file })}
        value={passphrase}
        onInput={(event) => setPassphrase(event.currentTarget.value)}
      />
      <Button submit>{say('sup.unlock')}</Button>
    </form>
  );
}

/** What became of each file. A file with something wrong says it in one sentence and changed nothing. */
export function FileResults({ rows, act }: { rows: readonly ImportRow[]; act: Act }) {
  if (rows.length === 0) return null;
  const reading = rows.filter((row) => row.kind === 'reading').length;
  const bad = rows.filter((row) => row.kind === 'wrong' || row.kind === 'locked').length;
  return (
    <section class="results" aria-label={say('sup.results')}>
      <header>
        <b role="status">
          {reading > 0
            ? say('sup.progress', { done: rows.length - reading + 1, all: rows.length })
            : say('sup.resultsSum', { ok: rows.length - bad, bad })}
        </b>
        {reading > 0 ? (
          <progress max={rows.length} value={rows.length - reading} />
        ) : (
          <Button look="quiet" onClick={() => act({ kind: 'clear-imports' })}>
            {say('page.close')}
          </Button>
        )}
      </header>
      <ul>
        {rows.map((row) => (
          <li key={row.id} data-kind={row.kind}>
            <Icon node={icons[row.kind]} />
            <span class="file">{row.file}</span>
            <span class="outcome">{outcome(row)}</span>
            {row.kind === 'locked' && <Unlock row={row} act={act} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
