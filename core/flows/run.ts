import type { Flow, FlowNode, Limit } from './flow.ts';
import { limitEnd } from './limit.ts';

/** A flow under way in one case. What is not in `done` is still to do. */
export interface FlowRun {
  readonly flow: string;
  readonly variant: string | null;
  readonly startedAt: number;
  readonly done: Readonly<Record<string, NodeDone>>;
  /** Nodes that were found late, with the moment at which they should have been done. */
  readonly late: Readonly<Record<string, number>>;
}

export interface NodeDone {
  readonly at: number;
  readonly person: string | null;
  readonly choice: string | null;
}

export interface NodeState {
  readonly node: FlowNode;
  readonly state: 'done' | 'current' | 'to-come' | 'left-out';
  readonly done: NodeDone | null;
  /** Epoch milliseconds; null for a node without limit or whose turn has not come. */
  readonly due: number | null;
  /** Done after its time, or not done by `now`. */
  readonly late: boolean;
}

/** Nodes that a choice made so far leaves out. */
function leftOut(flow: Flow, run: FlowRun): ReadonlySet<string> {
  const skips = flow.nodes.flatMap(({ id, choices }) => {
    const choice = run.done[id]?.choice ?? null;
    return choices?.find((one) => one.id === choice)?.skips ?? [];
  });
  return new Set(skips);
}

/**
 * Where each node of a run stands at `now`. One node is current at a time: the first that is neither done nor left
 * out. Its time runs from when the node before it was done. `limits` are the team's own, by node id.
 */
export function nodesOf(
  flow: Flow,
  run: FlowRun,
  now: number,
  timeZone: string,
  limits: Readonly<Record<string, Limit>> = {},
): NodeState[] {
  const out = leftOut(flow, run);
  let since = run.startedAt;
  let current = false;
  return flow.nodes.map((node) => {
    const done = run.done[node.id] ?? null;
    // What the log says was late stays so, whatever a clock says now.
    const known = run.late[node.id] !== undefined;
    const limit = limits[node.id] ?? node.limit;
    const dueFrom = (from: number) => (limit ? limitEnd(from, limit, timeZone) : null);
    if (done) {
      const due = dueFrom(since);
      since = Math.max(since, done.at);
      return { node, state: 'done' as const, done, due, late: known || (due !== null && done.at > due) };
    }
    if (out.has(node.id)) return { node, state: 'left-out' as const, done: null, due: null, late: false };
    if (current) return { node, state: 'to-come' as const, done: null, due: null, late: false };
    current = true;
    const due = dueFrom(since);
    return { node, state: 'current' as const, done: null, due, late: known || (due !== null && now > due) };
  });
}

/** Whether nothing is left to do. */
export const isThrough = (nodes: readonly NodeState[]): boolean =>
  nodes.every(({ state }) => state === 'done' || state === 'left-out');
