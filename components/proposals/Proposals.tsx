import { MessageSquarePlus } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { moment } from '../ui/format.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import type { ProposalAct, ProposalsView, ProposalView } from './view.ts';

/** What agents proposed as scripts: each is edited, then taken into this shop's own pack or turned down. */
export function Proposals({ view: { rows, adopted }, act }: { view: ProposalsView; act: ProposalAct }) {
  if (rows === null) return <Skeleton />;
  return (
    <>
      <p class="muted">{say('proposals.why')}</p>
      {rows.length === 0 ? (
        <Empty icon={MessageSquarePlus} title={say('proposals.none')}>
          <p>{say('proposals.noneHow')}</p>
        </Empty>
      ) : (
        <ul class="proposals">
          {rows.map((row) => (
            <One key={row.id} row={row} act={act} />
          ))}
        </ul>
      )}
      {adopted > 0 && (
        <p class="acts">
          {say('proposals.adopted', { n: adopted })}
          <Button onClick={() => act({ kind: 'export' })}>{say('proposals.export')}</Button>
        </p>
      )}
    </>
  );
}

function One({ row, act }: { row: ProposalView; act: ProposalAct }) {
  const [text, setText] = useState(row.text);
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(row.asked);
  const { id } = row;
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act({ kind: 'accept', id, title, text, asked });
        }}
      >
        <label>
          {say('proposals.text')}
          <textarea
            required
            maxLength={4000}
            rows={Math.min(6, 1 + Math.ceil(text.length / 40))}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <div class="pair">
          <label>
            {say('proposals.asked')}
            <input maxLength={200} value={asked} onInput={(event) => setAsked(event.currentTarget.value)} />
          </label>
          <label>
            {say('proposals.name')}
            <input
              maxLength={60}
              placeholder={say('proposals.nameAuto')}
              value={title}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </label>
        </div>
        <p class="acts">
          <Button look="main" submit disabled={text.trim() === ''}>
            {say('proposals.accept')}
          </Button>
          <Button onClick={() => act({ kind: 'reject', id })}>{say('proposals.reject')}</Button>
          <span class="muted">{[row.person, row.console, moment(row.at)].filter(Boolean).join(' · ')}</span>
        </p>
      </form>
    </li>
  );
}
