import { type Fact, holdsAt, type Product } from './pack-sections.ts';
import type { SlotValues } from './suggest/suggestion.ts';

/** What tells which product a chat is about. */
export interface ProductContext {
  readonly platform: string;
  readonly shop: string;
  /** Item number or name as the page shows it, if it does. */
  readonly item?: string;
  /** What was said, the latest last. */
  readonly texts: readonly string[];
}

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');

/** The shortest name that counts as a mention: 杯 is in every second message. */
const LEAST_NAME = 2;

const isSoldHere = ({ items }: Product, { platform, shop }: ProductContext): boolean =>
  items.length === 0 ||
  items.some(
    (one) =>
      (one.platform ?? platform) === platform &&
      (one.shop === undefined || shop === 'unknown' || one.shop === shop),
  );

/**
 * The product that a chat is about, of those that hold now: the one whose item number the page shows, else the one that was named last, the
 * longest name first. Null where neither the page nor the words tell.
 */
export function productOf(products: readonly Product[], context: ProductContext): Product | null {
  const here = products.filter((one) => isSoldHere(one, context));
  const page = context.item === undefined ? '' : bare(context.item);
  const shown =
    page === '' ? undefined : here.find(({ items }) => items.some(({ item }) => bare(item) === page));
  if (shown) return shown;
  const named = here.flatMap((product) =>
    [product.title, ...(product.names ?? []), ...product.items.map(({ item }) => item)]
      .map(bare)
      .filter((name) => [...name].length >= LEAST_NAME)
      .map((name) => ({ product, name })),
  );
  named.sort((a, b) => b.name.length - a.name.length);
  for (const text of [page, ...context.texts.map(bare).reverse()]) {
    const found = named.find(({ name }) => text.includes(name));
    if (found) return found.product;
  }
  return null;
}

/** Products by number, name, code or any part of it, for an agent who looks one up. */
export function searchProducts(products: readonly Product[], query: string): Product[] {
  const wanted = bare(query);
  if (wanted === '') return [];
  const rank = (product: Product): number => {
    if (product.items.some(({ item }) => bare(item) === wanted)) return 3;
    const names = [product.title, ...(product.names ?? []), product.id].map(bare);
    if (names.some((name) => name.startsWith(wanted))) return 2;
    return [...names, ...product.items.map(({ item }) => bare(item))].some((name) => name.includes(wanted))
      ? 1
      : 0;
  };
  return products
    .map((product) => ({ product, rank: rank(product) }))
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ product }) => product);
}

/** The scripts that rank first while this product is talked about. */
export const linkedScripts = (product: Product | null): ReadonlySet<string> =>
  new Set(product?.scripts ?? []);

/**
 * What the packs know, for the holes of a script: facts as `fact.名`, and of the product at hand its attributes as
 * `商品.名` and `product.名` and its title as `商品` and `item`. What has ended or not begun is left out.
 */
export function packSlots(
  { facts = [], product }: { readonly facts?: readonly Fact[] | undefined; readonly product: Product | null },
  now: string,
): SlotValues {
  const values: Record<string, string> = {};
  for (const fact of facts) if (holdsAt(fact, now)) values[`fact.${fact.id}`] = fact.value;
  if (!product) return values;
  values.商品 = product.title;
  values.item = product.title;
  for (const [name, value] of Object.entries(product.attributes)) {
    values[`商品.${name}`] = value;
    values[`product.${name}`] = value;
  }
  return values;
}

/** Suggestions with those of the product at hand before the others, each group in its order. */
export const linkedFirst = <T extends { readonly script: string }>(
  suggestions: readonly T[],
  linked: ReadonlySet<string>,
): T[] => [
  ...suggestions.filter(({ script }) => linked.has(script)),
  ...suggestions.filter(({ script }) => !linked.has(script)),
];
