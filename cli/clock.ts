import { clock } from '../core/clock/clock.ts';
import { explain } from '../core/clock/explain.ts';
import { fromLog } from '../core/clock/from-log.ts';
import { fromShort } from '../core/clock/from-short.ts';
import type { DutySpan, Timeline } from '../core/clock/timeline.ts';
import type { Unit } from '../core/clock/unit.ts';
import type { ChatEvent } from '../core/event.ts';
import type { ShortEvent } from '../core/short-form.ts';
import { signalsOf } from '../scripts-library/signals.ts';
import { readClockLine, readShift } from './clock-input.ts';
import { isoIn } from './iso.ts';
import { readNdjson } from './ndjson.ts';
import { readOptions } from './options.ts';
import { shippedProfiles } from './profiles.ts';
import { UsageError, type VerbIo } from './verb.ts';

const read = (text: string) => signalsOf(text, 'text', { hash: '' });

/** Short lines and log events together: each kind of line is a conversation of its own kind. */
function timelineOf(short: readonly ShortEvent[], log: readonly ChatEvent[]): Timeline {
  const lines = fromShort(short, read);
  if (log.length === 0) return lines;
  const events = fromLog(log);
  return {
    strands: [...lines.strands, ...events.strands],
    newest: Math.max(lines.newest, events.newest),
    jumps: events.jumps,
    duty: events.duty,
  };
}

async function readShifts(file: string, io: VerbIo): Promise<{ spans: DutySpan[]; status: number }> {
  const rows = readNdjson([file], { ...io, err: (text) => io.err(`${file}: ${text}`) }, readShift);
  const spans: DutySpan[] = [];
  for await (const span of rows) spans.push(span);
  return { spans, status: rows.status };
}

/**
 * `clock --profile ID [--shifts F]`: a line for each wait, last the figure (DESIGN.md §10). Times are given back as
 * they came in where they came in as text.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, files } = readOptions(args, ['profile', 'shifts']);
  const profiles = shippedProfiles();
  const profile = profiles.get(options.profile ?? '');
  if (!profile)
    throw new UsageError(
      `${options.profile === undefined ? 'no --profile' : `no profile ${options.profile}`}; there are ${[...profiles.keys()].join(', ')}`,
    );

  const shifts = options.shifts === undefined ? null : await readShifts(options.shifts, io);
  const short: ShortEvent[] = [];
  const log: ChatEvent[] = [];
  const lines = readNdjson(files, io, readClockLine);
  for await (const line of lines) {
    if (line.form === 'short') short.push(line.event);
    else log.push(line.event);
  }

  const { units, metrics } = clock(timelineOf(short, log), profile, shifts ? { shifts: shifts.spans } : {});
  const written = (event: Unit['start'], at: number) =>
    (event.seq === null ? short[event.index]?.at : undefined) ?? isoIn(at, profile.timeZone);
  for (const unit of units) {
    const { conversation, start, startedAt, answer, answeredAt, seconds, counts } = unit;
    await io.out(
      JSON.stringify({
        conversation,
        startedAt: written(start, startedAt),
        answeredAt: answer && answeredAt !== null ? written(answer, answeredAt) : null,
        seconds,
        counts,
        why: explain(unit, profile, 'en'),
      }),
    );
  }
  await io.out(JSON.stringify({ metrics }));
  return Math.max(lines.status, shifts?.status ?? 0);
}
