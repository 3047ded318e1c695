import type { ConversationRef } from '../../adapters/sighting.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { type Draft, findingKey, NO_DRAFT, newFindings } from './draft.ts';
import { speaking } from './screening.ts';
import { openConversation, type Session } from './session.ts';

/** Findings are logged when they have stood this long, so that half-typed words are not. */
const SETTLE_MS = 500;
/** An emptied draft without an own message by then was given up, not sent. */
const SENT_WITHIN_MS = 3_000;

/** Findings of `logged` that are no longer in `draft`: put right by the agent, or given up with their draft. */
export function goneFindings(logged: Draft, draft: Draft): Finding[] {
  const still = new Set(logged.id === draft.id ? draft.findings.map((f) => findingKey(draft, f)) : []);
  return logged.findings.filter((finding) => !still.has(findingKey(logged, finding)));
}

/** Findings of `draft` that were logged before: one that a person silenced since is still there, not put right. */
export function keptFindings(logged: Draft, draft: Draft): Finding[] {
  if (logged.id !== draft.id) return [];
  const known = new Set(logged.findings.map((finding) => findingKey(logged, finding)));
  return draft.findings.filter((finding) => known.has(findingKey(draft, finding)));
}

export interface FindingLog {
  /** The draft changed; what stands is logged once it has settled. */
  changed(): void;
  /** Logs what stands now. */
  settle(): void;
  /** What the draft held was sent: its findings are the message's now, not the draft's. */
  sent(): void;
}

/** Logs which findings the agent was shown in drafts and which were put right; never their words. */
export function createFindingLog(session: Session): FindingLog {
  let logged: Draft = NO_DRAFT;
  let loggedIn: ConversationRef | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.signal.addEventListener('abort', () => clearTimeout(timer));

  const settle = () => {
    clearTimeout(timer);
    const { draft } = session.model();
    if (loggedIn)
      for (const { rule } of goneFindings(logged, draft))
        session.observe.conversation(loggedIn, { kind: 'finding-fixed', draft: logged.id, rule });
    const open = openConversation(session);
    const raised =
      open && draft.conversation === open.key
        ? newFindings(logged, { ...draft, findings: speaking(session.model()) })
        : [];
    if (open)
      for (const { replacement: _words, ...finding } of raised)
        session.observe.conversation(open, { kind: 'finding-raised', draft: draft.id, finding });
    logged = { ...draft, findings: [...keptFindings(logged, draft), ...raised] };
    loggedIn = open;
  };

  return {
    settle,
    changed: () => {
      clearTimeout(timer);
      const { draft } = session.model();
      // Nothing was said of it and nothing is to be said.
      if (draft.findings.length + logged.findings.length === 0) return;
      timer = setTimeout(settle, draft.text === '' ? SENT_WITHIN_MS : SETTLE_MS);
    },
    sent: () => {
      clearTimeout(timer);
      logged = NO_DRAFT;
    },
  };
}
