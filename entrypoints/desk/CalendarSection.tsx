import { liveQuery } from 'dexie';
import { useMemo } from 'preact/hooks';
import { doneAct } from '../../components/case/FollowUps.tsx';
import { Calendar, type CalendarWish } from '../../components/desk/Calendar.tsx';
import { say } from '../../components/i18n/say.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { Skeleton } from '../../components/ui/Skeleton.tsx';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import type { DeskDoing } from '../../core/desk.ts';
import { duesOf } from '../../core/follow-ups/due.ts';
import { isFor } from '../../core/follow-ups/sweep.ts';
import { call } from '../../messaging/call.ts';
import { newActId } from './act-id.ts';
import type { SectionProps } from './SectionPart.tsx';

/** What falls due for the person on duty: follow-ups and the nodes of open cases, live. */
export function CalendarSection({ data, catalogue, person, say: tell, go }: SectionProps) {
  const { db, desk } = data;
  const open = useMemo(
    () => () =>
      liveQuery(async () => {
        const [followUps, ids] = await Promise.all([
          desk.followUps.where('state').equals('open').toArray(),
          desk.openCases.toCollection().primaryKeys(),
        ]);
        const cases = (await db.cases.bulkGet(ids as string[])).filter((one) => one !== undefined);
        return {
          followUps: followUps.filter((one) => isFor(person, one)),
          cases: cases.filter((one) => isFor(person, one)),
        };
      }),
    [db, desk, person],
  );
  const live = useLive(open);
  const act = async (wish: CalendarWish): Promise<void> => {
    if (wish.kind === 'case') return go('cases', wish.due.case.conversation);
    await call('desk.act', { id: newActId(), home: null, acts: [actOn(wish)] });
  };
  if (live.kind === 'loading') return <Skeleton />;
  if (live.kind === 'failed')
    return (
      <p class="care" role="alert">
        {say('page.failed', { why: live.why })}
      </p>
    );
  const now = Date.now();
  const { followUps, cases } = live.value;
  return (
    <Calendar
      dues={duesOf(followUps, cases, { flows: catalogue.flows, timeZone: PAGE_ZONE, now })}
      now={now}
      act={(wish) =>
        void act(wish).catch((error: unknown) =>
          tell({ text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble', undo: false }),
        )
      }
    />
  );
}

function actOn(wish: Exclude<CalendarWish, { kind: 'case' }>): DeskDoing {
  const { followUp } = wish.due;
  switch (wish.kind) {
    case 'done':
      return doneAct(followUp);
    case 'drop':
      return { kind: 'follow-up-done', followUp: followUp.id, outcome: 'dropped' };
    case 'move':
      return { kind: 'follow-up-moved', followUp: followUp.id, due: wish.to };
  }
}
