import { ChevronLeft, ChevronRight } from 'lucide';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { count } from '../ui/format.ts';
import { ConversationList, FindingList, TurnList } from './DetailLists.tsx';
import type { Act, DetailsView } from './view.ts';

function List({ list }: { list: DetailsView['list'] }) {
  switch (list.kind) {
    case 'turns':
      return <TurnList rows={list.rows} />;
    case 'findings':
      return <FindingList rows={list.rows} />;
    case 'conversations':
      return <ConversationList rows={list.rows} />;
  }
}

function Pages({ details, act }: { details: DetailsView; act: Act }) {
  const { page, pageSize, total } = details;
  if (total <= pageSize) return null;
  const last = Math.ceil(total / pageSize) - 1;
  return (
    <div class="pages">
      <Button
        icon={ChevronLeft}
        label={say('sup.details.prev')}
        disabled={page === 0}
        onClick={() => act({ kind: 'page', page: page - 1 })}
      />
      <span role="status">
        {say('sup.details.page', {
          from: count(page * pageSize + 1),
          to: count(Math.min(total, (page + 1) * pageSize)),
          n: count(total),
        })}
      </span>
      <Button
        icon={ChevronRight}
        label={say('sup.details.next')}
        disabled={page >= last}
        onClick={() => act({ kind: 'page', page: page + 1 })}
      />
    </div>
  );
}

/** A figure taken apart: the sentence that computes it, then every turn, finding or conversation in it. */
export function Details({ details, act }: { details: DetailsView; act: Act }) {
  const ordered = details.list.kind === 'turns' && details.total > 1;
  return (
    <Dialog
      title={`${details.agent} · ${say(`sup.details.${details.figure}`)}`}
      place="side"
      onClose={() => act({ kind: 'close-details' })}
    >
      <p class="sentence">{details.sentence}</p>
      <div class="list-acts">
        {ordered && (
          <Choice
            name="order"
            label={say('sup.details.order')}
            value={details.order}
            options={[
              { value: 'time', label: say('sup.details.byTime') },
              { value: 'longest', label: say('sup.details.byLongest') },
            ]}
            onChange={(order) => act({ kind: 'order', order })}
          />
        )}
        <Pages details={details} act={act} />
      </div>
      <div class="dialog-body">
        {details.total === 0 ? <p class="muted">{say('sup.details.none')}</p> : <List list={details.list} />}
      </div>
    </Dialog>
  );
}
