import profiles from 'virtual:seeds/profiles';
import { useEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type CaseKey, caseText } from '../../components/i18n/case.ts';
import { say, spoken } from '../../components/i18n/say.ts';
import { Button } from '../../components/ui/Button.tsx';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import { count, decimal, moment, percent } from '../../components/ui/format.ts';
import { Skeleton } from '../../components/ui/Skeleton.tsx';
import type { DayFigures } from '../../core/figures/day.ts';
import { dayOf, daySpan, daysUpTo } from '../../core/figures/days.ts';
import { meanWait, repeatRate } from '../../core/figures/ratios.ts';
import { byDue } from '../../core/follow-ups/follow-up.ts';
import { isFor } from '../../core/follow-ups/sweep.ts';
import { call } from '../../messaging/call.ts';
import { csvBlob } from '../../storage/reports/csv.ts';
import { type DeskReportWords, deskReport } from '../../storage/reports/desk-report.ts';
import { xlsxBlob } from '../../storage/reports/xlsx.ts';
import { profileName } from '../background/consoles.ts';
import type { SectionProps } from './SectionPart.tsx';

const SHOWN_DAYS = 30;
const REPORTS = { day: 1, week: 7, month: 30 } as const;
type Report = keyof typeof REPORTS;

/** A person's figures over time, and the reports made of them. */
export function FiguresSection({ data, person, say: tell }: SectionProps) {
  const { db, desk } = data;
  const [days, setDays] = useState<readonly { day: string; figures: DayFigures }[] | null>(null);
  const [window, setWindow] = useState(7);
  const trouble = (error: unknown) =>
    tell({
      text: say('page.failed', { why: error instanceof Error ? error.message : String(error) }),
      tone: 'trouble',
      undo: false,
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read for the person on duty
  useEffect(() => {
    const wanted = daysUpTo(dayOf(Date.now(), PAGE_ZONE), SHOWN_DAYS);
    call('desk.days', { days: wanted, person }).then(
      (figures) => setDays(figures.map((one, at) => ({ day: wanted[at] ?? '', figures: one }))),
      trouble,
    );
  }, [person]);

  async function report(kind: Report, as: 'xlsx' | 'csv'): Promise<void> {
    if (!days) return;
    const those = days.slice(-REPORTS[kind]);
    const first = those[0]?.day ?? dayOf(Date.now(), PAGE_ZONE);
    const { from } = daySpan(first, PAGE_ZONE);
    const cases = await db.cases.filter((one) => one.openedAt >= from && isFor(person, one)).toArray();
    const sheets = deskReport({ days: those, cases, words: reportWords() });
    const file = `${say(`figures.report.${kind}`)}-${those.at(-1)?.day.replaceAll('-', '')}.${as}`;
    const [main] = sheets;
    if (as === 'csv' && main) download(csvBlob(main), file);
    else download(await xlsxBlob(sheets), file);
    tell({ text: say('cases.exported', { file, n: count(those.length) }), tone: 'fine', undo: false });
  }

  /** What the next shift must know, to paste wherever the team writes. */
  async function handNote(): Promise<void> {
    const words = caseText(spoken());
    const ids = (await desk.openCases.toCollection().primaryKeys()) as string[];
    const open = (await db.cases.bulkGet(ids)).flatMap((one) => (one && isFor(person, one) ? [one] : []));
    const due = (await desk.followUps.where('state').equals('open').toArray())
      .filter((one) => isFor(person, one))
      .sort(byDue);
    const today = days?.at(-1)?.figures;
    const mean = today ? meanWait(today) : null;
    const lines = [
      `${say('figures.handNote')} ${moment(Date.now())} ${person ?? ''}`,
      ...(today
        ? [
            `${say('day.received')} ${today.received.length} · ${say('day.mean')} ${mean === null ? '–' : decimal(mean)} s · ${say('day.unanswered')} ${today.unanswered}`,
          ]
        : []),
      `${say('day.openCases')} ${open.length}`,
      ...open.map(
        (one) =>
          `- ${words(`case.${one.category}` as CaseKey)} ${one.fields.order ?? ''} ${one.fields.question ?? ''}`,
      ),
      `${say('day.followUps')} ${due.length}`,
      ...due.map(
        (one) => `- ${one.due === null ? '' : moment(one.due)} ${words(`follow.${one.what}`)} ${one.note}`,
      ),
    ];
    await navigator.clipboard.writeText(lines.join('\n'));
    tell({ text: say('figures.handCopied'), tone: 'fine', undo: false });
  }

  if (!days) return <Skeleton />;
  const repeat = repeatRate(days.slice(-(window + 1)).map(({ figures }) => figures));
  return (
    <section>
      <h1>{say('figures.days', { n: SHOWN_DAYS })}</h1>
      <Chart days={days} />
      <p class="reports">
        <label>
          {say('figures.window')}{' '}
          <input
            type="number"
            min={1}
            max={SHOWN_DAYS - 1}
            value={window}
            onInput={(event) =>
              setWindow(Math.min(SHOWN_DAYS - 1, Math.max(1, Number(event.currentTarget.value) || 7)))
            }
          />
        </label>
        <span>
          {say('day.repeat', { n: window })}: {repeat === null ? say('desk.none') : percent(repeat)}
        </span>
      </p>
      <h2>{say('figures.report')}</h2>
      {(Object.keys(REPORTS) as Report[]).map((kind) => (
        <p key={kind} class="reports" data-report={kind}>
          <span class="grow">{say(`figures.report.${kind}`)}</span>
          <Button onClick={() => void report(kind, 'xlsx').catch(trouble)}>XLSX</Button>
          <Button onClick={() => void report(kind, 'csv').catch(trouble)}>CSV</Button>
        </p>
      ))}
      <p class="reports">
        <Button onClick={() => globalThis.print()}>{say('figures.print')}</Button>
        <Button onClick={() => void handNote().catch(trouble)}>{say('figures.handNote')}</Button>
      </p>
      <table class="platforms">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{say('day.received')}</th>
            <th scope="col">{say('figures.mean')}</th>
            <th scope="col">{say('day.unanswered')}</th>
          </tr>
        </thead>
        <tbody>
          {[...days].reverse().map(({ day, figures }) => {
            const mean = meanWait(figures);
            return (
              <tr key={day} data-day={day}>
                <td>{day}</td>
                <td>{count(figures.received.length)}</td>
                <td>{mean === null ? '' : decimal(mean)}</td>
                <td>{count(figures.unanswered)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function reportWords(): DeskReportWords {
  const words = caseText(spoken());
  const en = spoken() === 'en';
  const figures = {
    received: say('day.received'),
    mean: say('figures.mean'),
    turns: say('figures.turns'),
    unanswered: say('day.unanswered'),
    peak: say('day.peak'),
    ratio: say('day.ratio'),
    transfer: say('day.transfer'),
    sent: say('day.sent'),
    fixed: say('day.fixed'),
    opened: say('figures.opened'),
    closed: say('figures.closed'),
    missed: say('day.missed'),
    kept: words('follow.kept'),
  };
  return {
    days: say('figures.report.day'),
    summary: say('cases.category'),
    profiles: say('day.profile'),
    cases: say('cases.category'),
    day: say('figures.day'),
    total: say('figures.total'),
    figure: (id) => figures[id],
    category: (id) => words(`case.${id}` as CaseKey),
    profile: (id) => {
      const found = profiles.find((profile) => profile.id === id);
      return found ? profileName(found, en) : id;
    },
    value: say('day.value'),
    counted: say('day.counted'),
    met: say('day.met'),
    open: say('cases.state.open'),
    closed: say('cases.state.closed'),
  };
}

/** Mean response and conversations by day. */
function Chart({ days }: { days: readonly { day: string; figures: DayFigures }[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const home = place.current;
    if (!home) return;
    const ink = getComputedStyle(home);
    const colour = (name: string) => ink.getPropertyValue(name).trim();
    const axis = { stroke: colour('--ink-2'), grid: { stroke: colour('--line-2') } };
    const chart = new uPlot(
      {
        width: home.clientWidth || 720,
        height: 220,
        scales: { x: { time: true }, n: {} },
        series: [
          {},
          { label: say('figures.mean'), stroke: colour('--jade'), width: 2, spanGaps: false },
          { label: say('figures.received'), stroke: colour('--amber'), scale: 'n', width: 1 },
        ],
        axes: [axis, axis, { ...axis, side: 1, scale: 'n', grid: { show: false } }],
      },
      [
        days.map(({ day }) => Date.parse(day) / 1000),
        days.map(({ figures }) => meanWait(figures)),
        days.map(({ figures }) => figures.received.length),
      ],
      home,
    );
    return () => chart.destroy();
  }, [days]);
  return <div class="chart" ref={place} role="img" aria-label={say('figures.mean')} />;
}
