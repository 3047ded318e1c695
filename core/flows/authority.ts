import type { Role } from './flow.ts';

/** Who may grant how much to a buyer without asking (最高补偿金额). Rising; the last rank may grant anything. */
export interface Authority {
  readonly ranks: readonly Rank[];
}

export interface Rank {
  readonly role: Role;
  readonly title: string;
  readonly titleEn: string;
  /** Yuan; null without bound. */
  readonly upTo: number | null;
}

/** Why a case must go up. Conditions of the manuals' escalation table, each decided from facts. */
export interface EscalationRule {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly when: /** More money than the one who handles it may grant. */
    | { readonly kind: 'beyond-authority' }
    /** A node of its flow is this long over its time. */
    | { readonly kind: 'node-late'; readonly minutes: number }
    /** Open for so long. */
    | { readonly kind: 'open-for'; readonly minutes: number }
    /** The buyer has come back this often about it. */
    | { readonly kind: 'contacts'; readonly atLeast: number }
    | {
        readonly kind: 'category';
        readonly categories: readonly string[];
        readonly urgency: 'urgent' | 'any';
      };
  readonly to: Role;
}

/** What an escalation is decided from. */
export interface Standing {
  readonly role: Role;
  readonly amount: number | null;
  readonly category: string;
  readonly urgency: string;
  readonly openedAt: number;
  readonly lateSince: number | null;
  readonly contacts: number;
}

/** The lowest rank that may grant this amount; null for an empty table. */
export const rankFor = ({ ranks }: Authority, amount: number): Rank | null =>
  ranks.find(({ upTo }) => upTo === null || amount <= upTo) ?? null;

/** Whether this role may grant this amount by itself. A role that the table does not name may grant nothing. */
export function mayGrant({ ranks }: Authority, role: Role, amount: number): boolean {
  const own = ranks.find((rank) => rank.role === role);
  return own !== undefined && (own.upTo === null || amount <= own.upTo);
}

/** Every rule that sends a case up now, with who it goes to. */
export function escalations(
  authority: Authority,
  rules: readonly EscalationRule[],
  standing: Standing,
  now: number,
): { readonly rule: EscalationRule; readonly to: Role }[] {
  return rules.flatMap((rule) => {
    const to = goesTo(authority, rule, standing, now);
    return to === null ? [] : [{ rule, to }];
  });
}

/** Who a rule sends a case to, or null while it does not apply. */
function goesTo(
  authority: Authority,
  { when, to }: EscalationRule,
  standing: Standing,
  now: number,
): Role | null {
  const lasts = (since: number | null, minutes: number) => since !== null && now - since >= minutes * 60_000;
  switch (when.kind) {
    case 'beyond-authority': {
      const { amount, role } = standing;
      if (amount === null || mayGrant(authority, role, amount)) return null;
      return rankFor(authority, amount)?.role ?? to;
    }
    case 'node-late':
      return lasts(standing.lateSince, when.minutes) ? to : null;
    case 'open-for':
      return lasts(standing.openedAt, when.minutes) ? to : null;
    case 'contacts':
      return standing.contacts >= when.atLeast ? to : null;
    case 'category': {
      const urgent = when.urgency === 'any' || when.urgency === standing.urgency;
      return urgent && when.categories.includes(standing.category) ? to : null;
    }
  }
}
