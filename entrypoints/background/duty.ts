import type { DeskAct, Observation } from '../../core/event.ts';
import type { AppendContext } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readPerson, savePerson } from '../../storage/settings.ts';
import type { LogWriter } from './log.ts';

/** This life of the background as a sender of facts of its own. */
export interface OwnActs {
  /** Both clocks and an id of its own. */
  stamp(): Pick<Observation, 'id' | 'at' | 'mono' | 'bootId'>;
  act(act: DeskAct): Observation;
}

/** The machine as a whole: whoever is on duty here is so in every shop that it shows. */
const WHOLE_MACHINE = { console: '', shop: '', seat: '' } as const;

export function ownActs(now: () => { at: number; mono: number }): OwnActs {
  const bootId = crypto.randomUUID();
  let counter = 0;
  const stamp = () => ({ ...now(), bootId, id: `${bootId}-${++counter}` });
  return {
    stamp,
    act: (act) => ({ ...act, ...stamp(), place: WHOLE_MACHINE }),
  };
}

/** 上岗/交班 in one step: the person before goes off duty in their own name, then the next one comes on. */
export async function setPerson(
  db: LogDb,
  log: Pick<LogWriter, 'append'>,
  own: OwnActs,
  person: string | null,
  contextFor: (person: string | null) => Promise<AppendContext>,
): Promise<void> {
  const before = await readPerson(db);
  if (before === person) return;
  if (before !== null) await log.append([own.act({ kind: 'agent-off' })], await contextFor(before));
  await savePerson(db, person);
  if (person !== null) await log.append([own.act({ kind: 'agent-on' })], await contextFor(person));
}
