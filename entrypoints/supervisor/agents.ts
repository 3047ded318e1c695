import type { LogRow } from '../../storage/supervisor/store.ts';

/** One agent with all logs that name them. Two machines of one agent are one agent; the label is how they are known. */
export interface AgentLogs {
  readonly id: string;
  readonly name: string;
  readonly logs: readonly LogRow[];
}

/** Labels that differ in width or in spaces alone are one name. */
const idOf = (label: string): string => label.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const byName = new Intl.Collator('zh-CN', { numeric: true });

/** Logs by agent, agents by name, logs by their first day. */
export function agentsOf(logs: readonly LogRow[]): AgentLogs[] {
  const all = new Map<string, { id: string; name: string; logs: LogRow[] }>();
  for (const log of logs) {
    const { label } = log.header.agent;
    const id = idOf(label);
    const agent = all.get(id);
    if (agent) agent.logs.push(log);
    else all.set(id, { id, name: label.trim(), logs: [log] });
  }
  for (const { logs: own } of all.values()) own.sort((a, b) => a.header.range.from - b.header.range.from);
  return [...all.values()].sort((a, b) => byName.compare(a.name, b.name));
}
