import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { ChatEvent } from '../core/event.ts';
import { fits, type Rubric } from '../core/rubric.ts';
import { type Agent, figuresOf } from '../core/score/figures.ts';
import { type Scorecard, score, totalText } from '../core/score/scorecard.ts';
import { logAt, secretIn } from './log-events.ts';
import { readOptions } from './options.ts';
import { shippedProfiles } from './profiles.ts';
import { readRubric, shippedRubrics } from './rubrics.ts';
import { UsageError, type VerbIo } from './verb.ts';

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function rubricFrom(path: string): Promise<Rubric> {
  try {
    return readRubric(parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`rubric ${path}: ${told(error)}`);
  }
}

const agentLine = (agent: Agent) =>
  agent.kind === 'person'
    ? { person: agent.person, seats: agent.seats }
    : { person: null, seats: agent.seat === null ? [] : [agent.seat] };

function line({ rubric, agent, rows, total }: Scorecard): unknown {
  return {
    agent: agentLine(agent),
    rubric,
    rows: rows.map((row) => ({
      criterion: row.criterion.id,
      label: row.criterion.label,
      weight: row.criterion.weight,
      ...(row.kind === 'scored'
        ? { points: row.points, value: row.value, formula: row.formula, inputs: row.inputs, units: row.units }
        : { points: null, state: '待录入', reason: row.reason, asks: row.asks.map(({ id }) => id) }),
    })),
    total: { ...total, text: totalText(total) },
  };
}

/**
 * `log score FILE… [--rubric F] [--passphrase-file F]`: the logs together, a scorecard a line for each agent. A broken file is named on
 * standard error and nothing is scored, for a part of the logs would pass for the whole.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, files } = readOptions(args, ['rubric', 'passphrase-file']);
  if (files.length === 0) throw new UsageError('no log file');
  const rubric =
    options.rubric === undefined ? shippedRubrics().get('presales') : await rubricFrom(options.rubric);
  if (!rubric) throw new Error('the pre-sales rubric is missing from seeds/rubrics');
  const profile = shippedProfiles().get(rubric.profile);
  if (!profile) throw new UsageError(`rubric ${rubric.id}: no profile ${rubric.profile}`);
  if (!fits(rubric, profile)) throw new UsageError(`rubric ${rubric.id}: ${profile.id} gives other figures`);

  const events: ChatEvent[] = [];
  const secret = await secretIn(options['passphrase-file']);
  let broken = false;
  for (const path of files) {
    const found = await logAt(path, secret);
    if (typeof found === 'string') {
      io.err(`${path}: ${found}`);
      broken = true;
    } else for (const event of found.events) events.push(event);
  }
  if (broken) return 1;
  for (const figures of figuresOf(events, profile))
    await io.out(JSON.stringify(line(score(rubric, {}, figures))));
  return 0;
}
