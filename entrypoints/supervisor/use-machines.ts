import { liveQuery } from 'dexie';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Live, useLive, wordsOf } from '../../components/ui/use-live.ts';
import { listLogs, type SupervisorDb } from '../../storage/supervisor/store.ts';
import { type Machine, machinesOf } from './machines.ts';

/** The imported logs with their events, without the log that is about to be removed. */
export function useMachines(db: SupervisorDb, leaving: string | null): Live<readonly Machine[]> {
  const watch = useMemo(() => () => liveQuery(() => listLogs(db)), [db]);
  const logs = useLive(watch);
  const [machines, setMachines] = useState<Live<readonly Machine[]>>({ kind: 'loading' });
  const held = useRef<readonly Machine[]>([]);
  useEffect(() => {
    if (logs.kind !== 'value') return undefined;
    let stale = false;
    const wanted = logs.value.filter(({ id }) => id !== leaving);
    machinesOf(db, wanted, held.current).then(
      (value) => {
        if (stale) return;
        held.current = value;
        setMachines({ kind: 'value', value });
      },
      (error: unknown) => {
        if (!stale) setMachines({ kind: 'failed', why: wordsOf(error) });
      },
    );
    return () => {
      stale = true;
    };
  }, [db, logs, leaving]);
  return logs.kind === 'failed' ? logs : machines;
}
