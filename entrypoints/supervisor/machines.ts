import type { ChatEvent } from '../../core/event.ts';
import { eventsOf, type LogRow, type SupervisorDb } from '../../storage/supervisor/store.ts';

/** What came from one installation: its logs overlap, share one clock and one set of pseudonyms. */
export interface Machine {
  readonly install: string;
  /** As the exported files name whoever they are of. */
  readonly label: string;
  readonly logs: readonly LogRow[];
  readonly events: readonly ChatEvent[];
}

/** Logs by the installation that they come from. */
export function byInstall(logs: readonly LogRow[]): ReadonlyMap<string, readonly LogRow[]> {
  const all = new Map<string, LogRow[]>();
  for (const log of logs) {
    const { install } = log.header.agent;
    const own = all.get(install);
    if (own) own.push(log);
    else all.set(install, [log]);
  }
  return all;
}

/** Reads the machines' events, those that changed since `before` only. */
export async function machinesOf(
  db: SupervisorDb,
  logs: readonly LogRow[],
  before: readonly Machine[],
): Promise<Machine[]> {
  const keyOf = (own: readonly LogRow[]) => own.map(({ id }) => id).join();
  const machines: Machine[] = [];
  for (const [install, own] of byInstall(logs)) {
    const known = before.find((machine) => machine.install === install && keyOf(machine.logs) === keyOf(own));
    const labels = new Set(own.map(({ header }) => header.agent.label.trim()));
    machines.push(
      known ?? {
        install,
        label: [...labels].join('、'),
        logs: own,
        events: await eventsOf(
          db,
          own.map(({ id }) => id),
        ),
      },
    );
  }
  return machines;
}
