import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** The thread's own time within `dur`: what other programs took from it is not in it. */
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly url?: string; readonly fileName?: string; readonly scriptName?: string };
    readonly fileName?: string;
  };
}

/** Main-thread time of the page that scripts of extensions took, in milliseconds. */
export interface Ours {
  readonly total: number;
  /** Our part of the task in which it was greatest. */
  readonly longest: number;
  readonly tasks: number;
}

const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript', 'v8.compile', 'v8.run']);

/** Continuations after `await`, which carry no address: the page of the bench has none of its own. */
const CONTINUED = 'RunMicrotasks';

const urlOf = ({ args }: TraceEvent): string =>
  args.data?.url ?? args.data?.fileName ?? args.data?.scriptName ?? args.fileName ?? '';

/**
 * Traces the page while `act` runs and says what part of its main thread ran code of an extension: function calls,
 * timers, observers and scripts with an address of one, and what they go on with after a wait, each counted once where
 * they nest, by the task it ran in.
 */
export async function ours(cdp: CDPSession, act: () => Promise<void>): Promise<Ours> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'devtools.timeline,v8.execute,disabled-by-default-devtools.timeline,toplevel,__metadata',
  });
  await act();
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  return sum(events);
}

function sum(events: readonly TraceEvent[]): Ours {
  const timed = events.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  const named = timed.filter(
    (event) => SCRIPTS.has(event.name) && urlOf(event).startsWith('chrome-extension://'),
  );
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const threads = new Set(named.map(threadOf));
  const continued = timed.filter((event) => event.name === CONTINUED && threads.has(threadOf(event)));
  const calls = [...named, ...continued].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = events.filter(
    ({ name, ph, dur }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X' && dur,
  );
  const byTask = new Map<TraceEvent | null, number>();
  let total = 0;
  let end = 0;
  for (const call of calls) {
    // One that runs inside another is counted there.
    if (call.ts < end) continue;
    end = call.ts + (call.dur ?? 0);
    const took = call.tdur ?? call.dur ?? 0;
    total += took;
    const task = tasks.find(
      ({ ts, dur = 0, pid, tid }) =>
        pid === call.pid && tid === call.tid && ts <= call.ts && call.ts < ts + dur,
    );
    byTask.set(task ?? null, (byTask.get(task ?? null) ?? 0) + took);
  }
  return { total: total / 1_000, longest: Math.max(0, ...byTask.values()) / 1_000, tasks: byTask.size };
}
