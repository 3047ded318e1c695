import type { By } from '../core/event.ts';

/**
 * What a pack holds beside rules and scripts. A moment is a local day (`YYYY-MM-DD`) or minute
 * (`YYYY-MM-DDTHH:MM`); `expiry` is the first moment at which something no longer holds.
 */
export interface Valid {
  readonly effective?: string;
  readonly expiry?: string;
}

/** Something that the shop knows once and says often: `{{fact.退货天数}}`. */
export interface Fact extends Valid {
  /** The name behind `fact.`. */
  readonly id: string;
  readonly value: string;
  readonly source?: string;
  readonly note?: string;
}

/** A product as the agent talks about it. Its attributes fill `{{商品.卖点}}` and `{{product.卖点}}`. */
export interface Product extends Valid {
  readonly id: string;
  readonly title: string;
  /** Where it is sold: the item number on a console, of one shop if the number is not the console's own. */
  readonly items: readonly { readonly platform?: string; readonly shop?: string; readonly item: string }[];
  /** Other names that buyers and pages use. */
  readonly names?: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly questions?: readonly { readonly ask: string; readonly answer: string }[];
  readonly faults?: readonly { readonly sign: string; readonly help: string }[];
  /** Scripts that rank first while this product is talked about; they may be another pack's. */
  readonly scripts?: readonly string[];
}

/** 今日口径: what everyone on duty must know now. Stands on top of the panel until it was read. */
export interface Notice extends Valid {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** 必读: stands open until 已读; others can be folded away. */
  readonly mustRead?: boolean;
  /** Consoles that it concerns; absent means all. */
  readonly platforms?: readonly string[];
}

/** The eight classes of a conversation that every team's own tree maps to. */
export const CLASSES = [
  'logistics',
  'payment_refund',
  'return_exchange',
  'product',
  'coupon_promotion',
  'order',
  'invoice',
  'complaint',
] as const;
export type CaseClass = (typeof CLASSES)[number];

/** A node of a team's own 问题分类: a leaf names its class, a branch holds further nodes. */
export type Category =
  | {
      readonly id: string;
      readonly title: string;
      readonly class: CaseClass;
      readonly examples?: readonly string[];
    }
  | { readonly id: string; readonly title: string; readonly children: readonly Category[] };

/** What a pack proves of itself before it may be built. */
export type PackTest =
  | {
      readonly kind: 'screen';
      readonly text: string;
      readonly by?: By;
      readonly platform?: string;
      readonly asked?: string;
      /** The rules that must object, and no others; none for a text that must pass. */
      readonly rules: readonly string[];
    }
  | {
      readonly kind: 'suggest';
      /** What the buyer says, oldest first. */
      readonly buyer: readonly string[];
      readonly script: string;
      /** Must stand among so many; 3 unless told. */
      readonly within?: number;
    };

/** An entry that another part of the product owns and checks when it takes it: a form, a flow, a shift, a drill. */
export interface Carried {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Who wrote, checked and approved a pack (编制/审核/批准), and on which day. */
export interface SignedOff {
  readonly by: string;
  readonly on: string;
}

/** Whether something holds at a moment. A day counts as its first minute, so that texts compare as times do. */
export const holdsAt = ({ effective, expiry }: Valid, now: string): boolean =>
  (effective ?? '') <= now && (expiry === undefined || now < expiry);

/** A leaf of a category tree with the titles that lead to it. */
export interface CategoryLeaf {
  readonly id: string;
  readonly path: readonly string[];
  readonly class: CaseClass;
  readonly examples: readonly string[];
}

/** The leaves of a category tree. */
export function leavesOf(tree: readonly Category[], path: readonly string[] = []): CategoryLeaf[] {
  return tree.flatMap((node) =>
    'children' in node
      ? leavesOf(node.children, [...path, node.title])
      : [
          {
            id: node.id,
            path: [...path, node.title],
            class: node.class,
            examples: node.examples ?? [],
          },
        ],
  );
}
