import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { removeLog, type SupervisorDb } from '../../storage/supervisor/store.ts';

export interface Leaving {
  readonly id: string;
  readonly file: string;
}

const UNDO_MS = 10_000;

/**
 * Removal that can be taken back: the log is out of all figures at once and out of the database when the time for
 * undoing is over. A page that is closed before has removed nothing.
 */
export function useRemoval(db: SupervisorDb, onTrouble: (error: unknown) => void) {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const current = useRef<Leaving | null>(null);
  const hold = useCallback((next: Leaving | null) => {
    current.current = next;
    setLeaving(next);
  }, []);

  /** Ends the time for undoing now. */
  const settle = useCallback(async () => {
    const gone = current.current;
    if (!gone) return;
    await removeLog(db, gone.id);
    if (current.current === gone) hold(null);
  }, [db, hold]);

  useEffect(() => {
    if (!leaving) return undefined;
    const timer = setTimeout(() => settle().catch(onTrouble), UNDO_MS);
    return () => clearTimeout(timer);
  }, [leaving, settle, onTrouble]);

  const remove = useCallback(
    async (log: Leaving) => {
      await settle();
      hold(log);
    },
    [settle, hold],
  );
  const undo = useCallback(() => hold(null), [hold]);
  return { leaving, remove, undo, settle };
}
