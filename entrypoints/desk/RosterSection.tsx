import shifts from 'virtual:seeds/shifts';
import { CalendarDays } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { say, spoken } from '../../components/i18n/say.ts';
import { Button } from '../../components/ui/Button.tsx';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { Empty } from '../../components/ui/Empty.tsx';
import { FilePick } from '../../components/ui/FilePick.tsx';
import { decimal } from '../../components/ui/format.ts';
import { dayOf } from '../../core/figures/days.ts';
import { type Breach, checkRoster } from '../../core/shifts/check.ts';
import { readRoster as rosterIn, type Unread } from '../../core/shifts/read-roster.ts';
import type { Roster } from '../../core/shifts/roster.ts';
import { call } from '../../messaging/call.ts';
import { readRoster } from '../../storage/cases/roster.ts';
import { readTable, TableError } from '../../storage/reports/read-table.ts';
import type { SectionProps } from './SectionPart.tsx';

/** The roster (排班表): read from a table, checked by the manual's rules, kept; who is on today. */
export function RosterSection({ data, say: tell }: SectionProps) {
  const [kept, setKept] = useState<Roster | null>(null);
  const [fresh, setFresh] = useState<{ roster: Roster; unread: readonly Unread[] } | null>(null);
  const failed = (error: unknown) => {
    const text =
      error instanceof TableError
        ? say(`table.${error.code}`)
        : say('page.failed', { why: error instanceof Error ? error.message : String(error) });
    tell({ text, tone: 'trouble', undo: false });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => void readRoster(data.desk).then(setKept, failed), []);

  const today = dayOf(Date.now(), PAGE_ZONE);
  const roster = fresh?.roster ?? kept;
  const breaches = roster ? checkRoster(roster) : [];
  const read = async (file: File) => setFresh(rosterIn(await readTable(file), shifts, today.slice(0, 7)));
  const save = async () => {
    if (!fresh) return;
    await call('roster.save', { roster: fresh.roster });
    setKept(fresh.roster);
    setFresh(null);
    tell({ text: say('roster.saved'), tone: 'fine', undo: false });
  };
  const title = (id: string) => {
    const shift = roster?.shifts.find((one) => one.id === id);
    return shift ? `${spoken() === 'en' ? shift.titleEn : shift.title} ${shift.from}–${shift.to}` : id;
  };
  const on = roster?.days.filter(({ day, shifts: ids }) => day === today && ids.length > 0) ?? [];

  return (
    <section>
      <p class="muted">{say('roster.how')}</p>
      <div class="reports">
        <FilePick accept=".xlsx,.csv" onFiles={([file]) => void read(file).catch(failed)}>
          {say('roster.read')}
        </FilePick>
        {fresh && (
          <Button look="main" onClick={() => void save().catch(failed)}>
            {say('roster.save')}
          </Button>
        )}
      </div>
      {!roster && <Empty icon={CalendarDays} title={say('roster.none')} />}
      {roster && (
        <>
          {fresh && fresh.unread.length > 0 && (
            <p class="care">
              {say('roster.unread', {
                n: fresh.unread.length,
                cells: fresh.unread
                  .slice(0, 8)
                  .map(({ row, text }) => `${row}: ${text}`)
                  .join(' · '),
              })}
            </p>
          )}
          <p class={breaches.length > 0 ? 'care' : undefined} role="status">
            {breaches.length === 0 ? say('roster.fine') : say('roster.broken', { n: breaches.length })}
          </p>
          <ul>
            {breaches.map((breach) => (
              <li key={JSON.stringify(breach)}>{breachText(breach)}</li>
            ))}
          </ul>
          <h2>{say('roster.today')}</h2>
          {on.map(({ person, shifts: ids }) => (
            <p key={person}>
              {person} · {ids.map(title).join(' / ')}
            </p>
          ))}
        </>
      )}
    </section>
  );
}

function breachText(breach: Breach): string {
  switch (breach.kind) {
    case 'day-after-evening':
      return say('roster.rule.day-after-evening', { person: breach.person, day: breach.day });
    case 'rest-days':
      return say('roster.rule.rest-days', {
        person: breach.person,
        month: breach.month,
        n: breach.n,
        want: breach.want,
      });
    case 'long-rest':
      return say('roster.rule.long-rest', { person: breach.person, month: breach.month });
    case 'hours':
      return say('roster.rule.hours', {
        person: breach.person,
        month: breach.month,
        hours: decimal(breach.hours),
        mean: breach.mean,
      });
  }
}
