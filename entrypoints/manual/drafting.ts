import { say } from '../../components/i18n/say.ts';
import type { OverrideReason } from '../../core/event.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { holding } from '../chat.content/screening.ts';
import type { Work } from './state.ts';
import type { Talk } from './talk.ts';

/** A reply on its way to the clipboard: checked, mended, held, copied. */
export interface Drafting {
  take(script: string): void;
  /** Puts what a finding offers in the place of what it found. */
  replace(finding: string): void;
  /** Copies the draft, if nothing holds it or a reason was given; `asSent`: it is said with that. */
  copy(asSent: boolean, reason: OverrideReason | null): Promise<void>;
  /** The next words are another draft. */
  startAnew(): void;
}

/** Names a finding where it stands. */
export const findingId = ({ rule, start }: Finding): string => `${rule}@${start}`;

export function createDrafting(
  { state, set, hello, log }: Work,
  findings: () => readonly Finding[],
  { sayNow }: Talk,
): Drafting {
  let draftId = crypto.randomUUID();
  const startAnew = () => {
    draftId = crypto.randomUUID();
  };
  return {
    startAnew,
    take(script) {
      const found = state().replies?.find((one) => one.script === script);
      if (!found) return;
      log({ kind: 'suggestion-inserted', script });
      set({ draft: found.text, script });
    },
    replace(id) {
      const finding = findings().find((one) => findingId(one) === id);
      if (finding?.replacement === undefined) return;
      const { draft } = state();
      const mended = draft.slice(0, finding.start) + finding.replacement + draft.slice(finding.end);
      set({ draft: mended, script: null });
    },
    async copy(asSent, reason) {
      const { draft, script, held } = state();
      if (draft.trim() === '') return;
      const grave = holding(findings(), hello()?.settings.holdAt ?? 'block');
      if (grave.length > 0 && reason === null) {
        if (!held) log({ kind: 'send-held', draft: draftId, rules: grave.map(({ rule }) => rule) });
        return set({ held: true });
      }
      await navigator.clipboard.writeText(draft);
      if (reason !== null) {
        for (const { rule } of grave) log({ kind: 'finding-overridden', draft: draftId, rule, reason });
        log({ kind: 'send-released', draft: draftId, outcome: 'overridden' });
      }
      const notice = { text: say('manual.copied'), tone: 'fine' } as const;
      if (!asSent) return set({ held: false, notice });
      if (script) log({ kind: 'suggestion-sent', script, editDistance: 0 });
      startAnew();
      set({ draft: '', script: null, held: false, replies: [], notice });
      sayNow('agent', draft);
    },
  };
}
