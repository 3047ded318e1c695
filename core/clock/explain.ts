import type { MetricProfile } from '../profile.ts';
import type { ClockEvent } from './timeline.ts';
import type { Reason, Seconds, Unit } from './unit.ts';
import { type Language, WORDS, type Words } from './words.ts';
import { type Zone, zoneOf } from './zone.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Local time, with the day where it is another than `beside`'s. */
function timeText(at: number, zone: Zone, beside: number): string {
  const date = new Date(zone.local(at));
  const same = date.toISOString().slice(0, 10) === new Date(zone.local(beside)).toISOString().slice(0, 10);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return same ? time : `${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${time}`;
}

const numberText = (seconds: number): string => String(Math.round(seconds * 1000) / 1000);

function secondsText(seconds: Seconds): string {
  return typeof seconds === 'number' ? numberText(seconds) : seconds.map(numberText).join('–');
}

function momentText(event: ClockEvent, zone: Zone, beside: number): string {
  const from = timeText(event.earliest, zone, beside);
  const to = timeText(event.latest, zone, beside);
  return from === to ? from : `${from}–${to}`;
}

function reasonText(reason: Reason, words: Words, time: (at: number) => string): string[] {
  switch (reason.kind) {
    case 'ignored':
      return [words.ignored(reason.what, reason.times)];
    case 'more-messages':
      return [words.more(reason.times)];
    case 'unanswered':
      return reason.as === 'beside'
        ? [words.unansweredBeside]
        : [reason.as === 'cap' ? words.unansweredCap(numberText(reason.seconds)) : words.unansweredMissed];
    case 'capped':
      return [words.capped(numberText(reason.capSeconds))];
    case 'late':
      return [words.late(time(reason.deadline))];
    case 'transferred':
      return [words.transferred(reason.to)];
    case 'session-over':
      return [words.sessionOver];
    case 'session-began':
      return [words.sessionBegan(time(reason.at))];
    case 'handover-unseen':
      return [words.handoverUnseen];
    case 'holding':
      return [words.holding];
    case 'uncertain':
      return [words.uncertain];
    case 'still-open':
      return [words.stillOpen];
    case 'tied':
      return [words.tied];
    case 'left':
      return [words.left];
    case 'duty-unknown':
      return [words.dutyUnknown];
    case 'excluded':
      return [words.excluded[reason.why]];
  }
}

/**
 * A unit in one sentence: 「14:02:11 买家 → 14:02:58 客服 = 47 秒；欢迎语不算」. Times are the profile's local ones; a
 * wait by page times needs no word on how it was measured.
 */
export function explain(unit: Unit, profile: MetricProfile, language: Language): string {
  const words = WORDS[language];
  const zone = zoneOf(profile.timeZone);
  const { start, answer, waited, measured, substantive } = unit;
  const time = (at: number) => timeText(at, zone, start.at);
  const opener = start.kind === 'transfer' ? words.handover : words.buyer;
  const began = `${momentText(start, zone, start.at)} ${opener}`;
  const ended = answer
    ? `${momentText(answer, zone, start.at)} ${words[answer.by === 'robot' ? 'robot' : 'agent']}`
    : words.nobody;
  const took = waited === null ? '' : ` = ${words.seconds(secondsText(waited))}`;
  const later = substantive && answer && substantive.at > answer.at;
  return [
    `${began} → ${ended}${took}`,
    ...(measured === 'mono' || measured === 'wall' ? [words.measured[measured]] : []),
    ...unit.reasons.flatMap((reason) => reasonText(reason, words, time)),
    ...(later ? [words.substantive(secondsText(substantive.seconds))] : []),
  ].join(words.joint);
}
