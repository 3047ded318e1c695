import type { Pattern } from '../../core/edit-distance.ts';
import type { ContentKind, FindingFact, Signals } from '../../core/event.ts';
import type { SuggestAsk } from '../../messaging/contract.ts';
import { type Pack, scriptsOf } from '../../scripts-library/pack.ts';
import { holdsAt } from '../../scripts-library/pack-sections.ts';
import { productReplies } from '../../scripts-library/product-replies.ts';
import {
  linkedFirst,
  linkedScripts,
  packSlots,
  productOf,
  searchProducts,
} from '../../scripts-library/products.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { loadRules, screen } from '../../scripts-library/screen/scan.ts';
import { signalsOf } from '../../scripts-library/signals.ts';
import { slotParts } from '../../scripts-library/slots.ts';
import type { Finder } from '../../scripts-library/suggest/finder.ts';
import { type LibraryItem, libraryOf } from '../../scripts-library/suggest/index.ts';
import { offer } from '../../scripts-library/suggest/offer.ts';
import {
  type KeptIndex,
  type KeptShelf,
  keep,
  type Learned,
  pairOf,
  type Remembered,
  remember,
  rememberingIndex,
} from '../../scripts-library/suggest/remember.ts';
import { learnGuess } from '../../scripts-library/suggest/sharpen.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { lazily } from './lazily.ts';

/** As many as there are keys for them. */
const OFFERED = 3;
const FOUND = 8;
/** Replies are told apart by the latest so many, from so many on, and anew after a quarter as many more. */
const MOST_TAUGHT = 2000;
const LEAST_TAUGHT = 50;
const TAUGHT_ANEW = 1.25;

const NOTHING: Remembered = { kept: null, fresh: [], shelf: null };

/** A pack made ready for use. Holds nothing that can't be made again from the pack. */
export interface Engine {
  readonly pack: Pack;
  readonly rules: CompiledRules;
  signals(text: string, content: ContentKind): Signals;
  /** What the rules find in a message of our side as sent. */
  screen(text: string, about: { readonly platform: string; readonly asked?: string }): readonly FindingFact[];
  /** Rules with something to say of a buyer's words. What a buyer gives away of themselves is redacted, no advice. */
  advise(text: string, platform: string): readonly string[];
  /** Replies for a conversation or a search, best first, none that breaks a rule of this pack. */
  suggest(
    ask: SuggestAsk,
    about: { readonly language: 'zh-CN' | 'en'; readonly day: string; readonly minute: string },
  ): Promise<readonly Suggestion[]>;
  /** Takes in a reply of this team. */
  learn(reply: Learned): void;
  /**
   * Learns what sets this team's replies apart once there are many new ones, from the `latest` so many, resting by
   * `pause` every few milliseconds. Whether it did.
   */
  sharpen(
    latest: (most: number) => Promise<readonly Learned[]>,
    pause: () => Promise<void>,
  ): Promise<boolean>;
  /** What the next life of the background need not learn again. */
  keep(): KeptIndex;
  /** The scripts' part of the index, if this life has had to make it and was not asked for it yet. */
  takeShelf(): KeptShelf | null;
  /** What it started from. */
  readonly memory: Remembered;
  /** A script's wordings, their slots as holes; none for a script that the pack does not hold. */
  wordings(script: string): readonly Pattern[];
}

/**
 * Makes a pack with its compiled rules ready. Screen and index come with the first question that needs them.
 * `build` names the code that made what is kept.
 */
export function createEngine(
  pack: Pack,
  rules: CompiledRules,
  memory: Remembered = NOTHING,
  build = '',
): Engine {
  const hash = rules.packHash;
  const ready = lazily(() => loadRules(rules));
  const holds = new Set<string>();
  let made = false;
  let shelf: KeptShelf | null = null;
  const remembering = lazily(() => {
    made = true;
    for (const { id } of memory.fresh) holds.add(id);
    const all = rememberingIndex(libraryOf(pack), memory, Date.now(), `${build} ${hash}`);
    shelf = all.shelf;
    return all;
  });
  const index = () => remembering().index;
  const scripts = new Map(
    scriptsOf(pack).map((script) => [script.id, [script.body, ...(script.variants ?? [])]]),
  );
  const byText = new Map(
    [...scripts].flatMap(([id, bodies]) => bodies.map((body) => [body.trim(), id] as const)),
  );
  /** What may be said on a console today. */
  const scriptsAt = (platform: string, day: string) =>
    scriptsOf(pack).filter(
      (script) => holdsAt(script, day) && (script.platforms ?? [platform]).includes(platform),
    );
  const screened: Engine['screen'] = (text, about) => screen(ready(), text, { by: 'agent', ...about });
  return {
    pack,
    rules,
    signals: (text, content) => signalsOf(text, content, { hash }, (words) => byText.get(words.trim())),
    screen: screened,
    advise: (text, platform) =>
      screen(ready(), text, { by: 'buyer', platform })
        .filter(({ category }) => category !== 'pii')
        .map(({ rule }) => rule),
    suggest: async ({ place, turns, query, slots, sent }, { language, day, minute }) => {
      const platform = place.console;
      const asked = turns.findLast(({ by }) => by === 'buyer')?.text;
      const about = { platform, ...(asked === undefined ? {} : { asked }) };
      const texts = turns.map(({ text }) => text);
      const item = slots.商品;
      const products = (pack.products ?? []).filter((one) => holdsAt(one, minute));
      const sought = query === undefined ? undefined : searchProducts(products, query)[0];
      const here = { platform, shop: place.shop, texts, ...(item === undefined ? {} : { item }) };
      const product = sought ?? productOf(products, here);
      const known = { ...packSlots({ facts: pack.facts, product }, minute), ...slots };
      const linked = linkedScripts(product);
      if (query !== undefined) index().finder ??= await findable(index().items);
      const search = query === undefined ? { top: OFFERED } : { search: query, top: FOUND };
      const trips = (text: string) => screened(text, about).length > 0;
      const top = search.top + linked.size;
      const offered = offer(index(), { turns, platform, day, sent, ...search, top }, known, {
        trips,
        language,
      });
      const written = sought ? productReplies(sought, scriptsAt(platform, day), known) : [];
      const fit = written.filter(({ text }) => !sent.includes(text) && !trips(text));
      const others = offered.filter(({ script }) => !fit.some((one) => one.script === script));
      return [...fit, ...linkedFirst(others, linked)].slice(0, search.top);
    },
    learn: (reply) => {
      if (!made || holds.has(reply.id)) return;
      holds.add(reply.id);
      remember(remembering(), reply);
    },
    sharpen: async (latest, pause) => {
      const { index: sharper, learned } = remembering();
      if (learned < (sharper.guess?.taught ?? 0) * TAUGHT_ANEW + LEAST_TAUGHT) return false;
      const pairs = (await latest(MOST_TAUGHT)).map(pairOf);
      for (const _ of learnGuess(sharper, pairs, learned)) await pause();
      return true;
    },
    keep: () => keep(remembering()),
    takeShelf: () => {
      const taken = shelf;
      shelf = null;
      return taken;
    },
    memory,
    wordings: (script) => (scripts.get(script) ?? []).map(patternOf),
  };
}

/** The pinyin of all characters is much to read: a life in which nobody searches does without. */
const findable = async (items: readonly LibraryItem[]): Promise<Finder> =>
  (await import('../../scripts-library/suggest/finder.ts')).finderOf(items);

const patternOf = (body: string): Pattern =>
  slotParts(body).map((part) => (part.kind === 'text' ? part.text : { hole: true as const }));
