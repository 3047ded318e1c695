import { caseText } from '../i18n/case.ts';
import { Card } from './Card.tsx';
import { FollowUps } from './FollowUps.tsx';
import { NewCase } from './NewCase.tsx';
import { OpenCase } from './OpenCase.tsx';
import type { CaseFormView, CaseUi, OnCase } from './view.ts';

/**
 * A conversation's buyer, its case (跟进单) and what is to be followed up. A case is opened with one pick; everything
 * else may come later.
 */
export function CaseForm({ view, on, newId }: { view: CaseFormView; on: OnCase; newId: () => string }) {
  const { conversation, card: read, language, notice, person, now, timeZone } = view;
  if (conversation === null) return null;
  const say = caseText(language);
  if (read.kind !== 'known')
    return (
      <p class="part" role={read.kind === 'failed' ? 'alert' : undefined}>
        {say(read.kind === 'failed' ? 'case.unread' : 'case.loading')}
      </p>
    );
  const { card, catalogue } = read;
  const ui: CaseUi = { say, language, catalogue, on, newId, person, now, timeZone };
  return (
    <div class="case part" key={conversation}>
      <Card key={`${card.tags.join(' ')}\n${card.note}`} card={card} ui={ui} />
      <FollowUps card={card} ui={ui} />
      {card.open ? (
        <OpenCase key={card.open.id} one={card.open} followUps={card.followUps} ui={ui} />
      ) : (
        <NewCase known={view.known} suggested={view.suggested} ui={ui} />
      )}
      {notice && (
        <p class="note" role="status">
          {say(notice.key, notice.n === undefined ? {} : { n: notice.n })}
        </p>
      )}
    </div>
  );
}
