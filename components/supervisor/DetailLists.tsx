import { Ban, CircleAlert, type IconNode, Info } from 'lucide';
import type { Level } from '../../core/event.ts';
import { say } from '../i18n/say.ts';
import { count, duration, moment } from '../ui/format.ts';
import { Tag } from '../ui/Tag.tsx';
import type { ConversationRow, FindingRow, TurnRow } from './view.ts';

const stateTone = {
  counted: 'plain',
  met: 'fine',
  late: 'care',
  missed: 'care',
  uncertain: 'plain',
  'left-out': 'plain',
} as const;

/** Turns with their wait and the sentence that says how it was counted. */
export function TurnList({ rows }: { rows: readonly TurnRow[] }) {
  return (
    <table class="details">
      <thead>
        <tr>
          <th scope="col">{say('sup.details.when')}</th>
          <th scope="col">{say('sup.details.conversation')}</th>
          <th scope="col" class="number">
            {say('sup.details.wait')}
          </th>
          <th scope="col">{say('sup.details.result')}</th>
          <th scope="col">{say('sup.details.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-state={row.state}>
            <td class="time">{moment(row.startedAt)}</td>
            <td class="code">{row.conversation}</td>
            <td class="number">{row.seconds === null ? '–' : duration(row.seconds)}</td>
            <td>
              <Tag tone={stateTone[row.state]}>{say(`sup.state.${row.state}`)}</Tag>
            </td>
            <td class="why">{row.why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const levels: Readonly<Record<Level, { tone: 'plain' | 'care' | 'bad'; icon: IconNode }>> = {
  hint: { tone: 'plain', icon: Info },
  warn: { tone: 'care', icon: CircleAlert },
  block: { tone: 'bad', icon: Ban },
};

function AsSent({ text }: { text: FindingRow['text'] }) {
  if (!text) return <span class="muted">{say('sup.details.noText')}</span>;
  const { value, start, end } = text;
  return (
    <>
      {value.slice(0, start)}
      <mark>{value.slice(start, end)}</mark>
      {value.slice(end)}
    </>
  );
}

/** Findings in messages as sent, the words objected to marked where the log kept the text. */
export function FindingList({ rows }: { rows: readonly FindingRow[] }) {
  return (
    <table class="details">
      <thead>
        <tr>
          <th scope="col">{say('sup.details.at')}</th>
          <th scope="col">{say('sup.details.conversation')}</th>
          <th scope="col">{say('sup.details.level')}</th>
          <th scope="col">{say('sup.details.rule')}</th>
          <th scope="col">{say('sup.details.text')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="time">{moment(row.at)}</td>
            <td class="code">{row.conversation}</td>
            <td>
              <Tag {...levels[row.level]}>{say(`sup.level.${row.level}`)}</Tag>
            </td>
            <td>
              {row.title}
              <span class="ci">{row.rule}</span>
            </td>
            <td class="why">
              <AsSent text={row.text} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The conversations behind 接待量. */
export function ConversationList({ rows }: { rows: readonly ConversationRow[] }) {
  return (
    <table class="details">
      <thead>
        <tr>
          <th scope="col">{say('sup.details.when')}</th>
          <th scope="col">{say('sup.details.conversation')}</th>
          <th scope="col" class="number">
            {say('sup.details.messages')}
          </th>
          <th scope="col" class="number">
            {say('sup.details.turns')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td class="time">{moment(row.firstAt)}</td>
            <td class="code">{row.conversation}</td>
            <td class="number">{count(row.messages)}</td>
            <td class="number">{count(row.turns)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
