import { ChevronLeft, ChevronRight } from 'lucide';
import { useState } from 'preact/hooks';
import { dayOf } from '../../core/figures/days.ts';
import { byDay, type Due, monthBeside, weeksOf } from '../../core/follow-ups/due.ts';
import { caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { PAGE_ZONE } from '../ui/days.ts';
import { moment } from '../ui/format.ts';

export type CalendarWish =
  | { readonly kind: 'done' | 'drop'; readonly due: Extract<Due, { kind: 'follow-up' }> }
  | { readonly kind: 'move'; readonly due: Extract<Due, { kind: 'follow-up' }>; readonly to: number }
  | { readonly kind: 'case'; readonly due: Extract<Due, { kind: 'node' }> };

/** As many in a day's square; the rest is a number. */
const SHOWN = 3;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** What falls due, day by day in a month; a day opens to its list. */
export function Calendar({
  dues,
  now,
  act,
}: {
  dues: readonly Due[];
  now: number;
  act: (wish: CalendarWish) => void;
}) {
  const today = dayOf(now, PAGE_ZONE);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [chosen, setChosen] = useState(today);
  const days = byDay(dues, PAGE_ZONE);
  const weeks = weeksOf(month);
  const go = (by: number) => setMonth(monthBeside(month, by));
  const walk = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const cells = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button.day')];
    const next = step && cells[cells.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const [year = '', number = ''] = month.split('-');
  return (
    <section class="calendar">
      <div class="reports">
        <h1 class="grow" aria-live="polite">
          {say('calendar.month', { year, month: Number(number) })}
        </h1>
        <Button look="quiet" icon={ChevronLeft} label={say('calendar.before')} onClick={() => go(-1)} />
        <Button
          look="quiet"
          onClick={() => {
            setMonth(today.slice(0, 7));
            setChosen(today);
          }}
        >
          {say('calendar.today')}
        </Button>
        <Button look="quiet" icon={ChevronRight} label={say('calendar.after')} onClick={() => go(1)} />
      </div>
      <fieldset
        class="month"
        aria-label={say('calendar.month', { year, month: Number(number) })}
        onKeyDown={walk}
      >
        {WEEKDAYS.map((name) => (
          <span key={name} class="muted">
            {say(`calendar.${name}`)}
          </span>
        ))}
        {weeks.flat().map((day) => {
          const own = days.get(day) ?? [];
          return (
            <button
              key={day}
              type="button"
              class="day"
              data-day={day}
              data-outside={!day.startsWith(month)}
              aria-current={day === today ? 'date' : undefined}
              aria-pressed={day === chosen}
              aria-label={`${day} ${say('calendar.count', { n: own.length })}`}
              onClick={() => setChosen(day)}
            >
              <b>{Number(day.slice(8))}</b>
              {own.slice(0, SHOWN).map((due) => (
                <span key={due.id} class={due.late ? 'care' : undefined}>
                  {moment(due.at).slice(6, 11)} {nameOf(due)}
                </span>
              ))}
              {own.length > SHOWN && <span class="muted">+{own.length - SHOWN}</span>}
            </button>
          );
        })}
      </fieldset>
      <DayList key={chosen} day={chosen} dues={days.get(chosen) ?? []} act={act} />
    </section>
  );
}

function nameOf(due: Due): string {
  if (due.kind === 'follow-up') return caseText(spoken())(`follow.${due.followUp.what}`);
  return spoken() === 'en' ? due.node.titleEn : due.node.title;
}

function DayList({
  day,
  dues,
  act,
}: {
  day: string;
  dues: readonly Due[];
  act: (wish: CalendarWish) => void;
}) {
  const words = caseText(spoken());
  return (
    <section class="due" data-part="calendar-day">
      <h2>{day}</h2>
      {dues.length === 0 && <p class="muted">{say('calendar.none')}</p>}
      <ul>
        {dues.map((due) => (
          <li key={due.id} class={due.late ? 'care' : undefined}>
            <span>
              <b>{nameOf(due)}</b> {due.kind === 'follow-up' ? due.followUp.note : due.case.fields.question}{' '}
              <span class="muted">
                {due.kind === 'follow-up' ? due.followUp.shop : due.case.fields.order} {moment(due.at)}
              </span>
            </span>
            {due.kind === 'node' ? (
              <Button onClick={() => act({ kind: 'case', due })}>{say('calendar.openCase')}</Button>
            ) : (
              <>
                <label class="move">
                  {say('calendar.move')}{' '}
                  <input
                    type="datetime-local"
                    onChange={(event) => {
                      // Every time on our pages is the consoles' own.
                      const to = Date.parse(`${event.currentTarget.value}:00+08:00`);
                      if (!Number.isNaN(to)) act({ kind: 'move', due, to });
                    }}
                  />
                </label>
                <Button onClick={() => act({ kind: 'done', due })}>{words('follow.kept')}</Button>
                <Button look="quiet" onClick={() => act({ kind: 'drop', due })}>
                  {words('follow.drop')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
