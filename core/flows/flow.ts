/** A flow is data: the nodes (节点) that a case or a piece of desk work passes, in order, each with who and by when. */
export interface Flow {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** A `case` flow runs in a case; a `desk` flow is a checklist of a shift or of a supervisor. */
  readonly scope: 'case' | 'desk';
  /** Question classes that suggest this flow. */
  readonly categories: readonly string[];
  /** What kinds of the trouble there are, each with its cause and what to do; empty where it makes no difference. */
  readonly variants: readonly Variant[];
  readonly nodes: readonly FlowNode[];
}

export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly cause: string;
  readonly handling: string;
}

export const ROLES = ['agent', 'supervisor', 'manager', 'buyer', 'courier', 'warehouse', 'finance'] as const;
export type Role = (typeof ROLES)[number];

/** How long a node may take once it is its turn. Working days end at midnight and know public holidays. */
export type Limit = { readonly minutes: number } | { readonly workdays: number };

export interface FlowNode {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** What is to be done, in one or two sentences. */
  readonly does: string;
  readonly role: Role;
  /** Absent: it has no limit of its own. */
  readonly limit?: Limit;
  /** Form fields that the node is there to fill. */
  readonly needs?: readonly string[];
  /** Where the flow parts: the choice made decides which later nodes are left out. */
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly skips: readonly string[];
}
