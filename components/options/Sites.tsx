import { useId, useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import type { SiteRow, SiteWish } from './view.ts';

const words = { denied: 'options.ownDenied', unread: 'options.ownUnread', read: 'options.ownRead' } as const;

function Row({ row, act }: { row: SiteRow; act: (wish: SiteWish) => void }) {
  const { adapter, host, state } = row;
  return (
    <tr>
      <th scope="row">
        {adapter?.label ?? host} {adapter && <span class="ci">{host}</span>}
      </th>
      <td>
        <Tag tone={state === 'denied' ? 'care' : state === 'read' ? 'fine' : 'plain'}>
          {say(words[state])}
        </Tag>
      </td>
      <td class="acts">
        {adapter && (
          <>
            <Button onClick={() => act({ kind: 'export', id: adapter.id })}>
              {say('options.ownExport')}
            </Button>
            <Button
              look="danger"
              label={`${say('options.ownDrop')} ${adapter.label}`}
              onClick={() => act({ kind: 'drop', id: adapter.id })}
            >
              {say('options.ownDrop')}
            </Button>
          </>
        )}
        {state === 'denied' ? (
          <Button onClick={() => act({ kind: 'allow', host })}>{say('options.ownAllow')}</Button>
        ) : (
          row.origin && (
            <Button onClick={() => act({ kind: 'revoke', host })}>{say('options.ownRevoke')}</Button>
          )
        )}
      </td>
    </tr>
  );
}

/** The host of an address that may be allowed, or null. */
export function hostOf(address: string): string | null {
  const url = URL.parse(address.trim().replace(/^(?!\w+:)/, 'https://'));
  return url?.protocol === 'https:' && url.hostname.includes('.') && !url.hostname.includes('*')
    ? url.hostname
    : null;
}

/** Sites that a person allowed one by one, what reads them, and the way in for one more. */
export function Sites({ rows, act }: { rows: readonly SiteRow[]; act: (wish: SiteWish) => void }) {
  const id = useId();
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const allow = (event: Event) => {
    event.preventDefault();
    const host = hostOf(address);
    setWrong(host === null);
    if (host === null) return;
    act({ kind: 'allow', host });
    setAddress('');
  };
  return (
    <>
      <p class="muted">{say('options.ownWhy')}</p>
      {rows.length === 0 ? (
        <p class="muted">{say('options.ownNone')}</p>
      ) : (
        <table>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.host} ${row.adapter?.id}`} row={row} act={act} />
            ))}
          </tbody>
        </table>
      )}
      <form class="acts" onSubmit={allow}>
        <label for={id}>{say('options.ownAdd')}</label>
        <input
          id={id}
          value={address}
          placeholder="https://"
          aria-invalid={wrong}
          aria-describedby={`${id}-wrong`}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <Button submit>{say('options.ownAllow')}</Button>
        <label class="link">
          {say('options.ownImport')}
          <input
            type="file"
            class="aloud"
            accept="application/json,.json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) act({ kind: 'import', file });
              event.currentTarget.value = '';
            }}
          />
        </label>
      </form>
      <p class="wrong" id={`${id}-wrong`} role="alert">
        {wrong && say('options.ownBad')}
      </p>
    </>
  );
}
