import type { Adapter, Css } from '../define.ts';
import { allWithin, get } from '../dom.ts';
import { NOTHING, UNKNOWN_METRIC } from '../nothing.ts';
import { asideOf } from '../read-row.ts';
import { ownNames, placed, selectorOf } from './names.ts';
import { type Row, unquoted } from './rows.ts';
import { chainOf, holds, parentOf, type Root, rectOf, rootOf } from './tree.ts';

/** What was found, pointed at, or both: enough to make an adapter of it. */
export interface Parts {
  readonly box: Element;
  readonly row: Css;
  readonly rows: readonly Row[];
  readonly origin: Adapter['row']['origin'];
  readonly composer: { readonly element: Element; readonly kind: 'textarea' | 'contenteditable' };
  readonly send: Element | null;
  /** Where the open conversation's buyer is named, if that is known. */
  readonly buyer: Element | null;
}

/** The shadow hosts that an element is in, from the outside in. */
export function hostsOf(element: Element): Css[] {
  const hosts: Css[] = [];
  for (let root: Root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host))
    hosts.unshift(selectorOf(root.host).css);
  return hosts;
}

/** What stands in the box's own root for an element in a deeper one: the host around it, or itself. */
function inRootOf(box: Element, element: Element): Element {
  return chainOf(element).find((around) => rootOf(around) === rootOf(box)) ?? element;
}

/** The selectors under which the rows' own words, and nothing else, are found; ranked, the first that is there reads. */
export function textSpots(rows: readonly Row[], row: Css): Css[] {
  const worded = rows.filter(({ said }) => said.some(({ kind }) => kind === 'words'));
  // Notices stand in the middle, built otherwise. They are left out: read alone, they would hide that messages are not.
  const sided = worded.filter(({ rect, element }) => asideOf(rect, rectOf(parentOf(element) ?? element)));
  let left = sided.length * 2 >= worded.length ? sided : worded;
  const candidates = spotsIn(left.slice(0, 12), row);
  const spots: Css[] = [];
  while (left.length > 0 && spots.length < 4) {
    const best = bestSpot(candidates, left);
    if (!best) break;
    spots.push(best);
    left = left.filter((one) => rateText(best, one) === null);
  }
  return spots;
}

/** The selector that gives what is said in most of these rows, and exactly; null where none gives anything. */
function bestSpot(
  candidates: readonly { readonly css: Css; readonly trust: number }[],
  left: readonly Row[],
): Css | null {
  const rated = candidates.map(({ css, trust }) => {
    const hits = left.map((one) => rateText(css, one)).filter((hit) => hit !== null);
    const right = hits.reduce((sum, hit) => sum + hit, 0) / Math.max(1, hits.length);
    // Rather right in some rows and absent from the others than wrong in any.
    const exact = right * 2 + Math.min(1, ...hits) * 2;
    // The words' own box tells their side; one that fills the line does not.
    const loose = left.filter((one) => isLoose(css, one)).length / left.length;
    return { css, score: exact + hits.length / left.length + trust * 0.1 - loose * 0.5, held: hits.length };
  });
  return rated.filter(({ held }) => held > 0).sort((one, other) => other.score - one.score)[0]?.css ?? null;
}

/** Selectors of all elements that hold a row's whole words. */
function spotsIn(rows: readonly Row[], row: Css): { readonly css: Css; readonly trust: number }[] {
  const found = new Map<Css, number>();
  for (const { element, said } of rows) {
    const words = said.filter(({ kind }) => kind === 'words').map((block) => block.element);
    const [first] = words;
    if (!first) continue;
    for (const around of chainOf(first, parentOf(element))) {
      // What has no box of its own stands on no side.
      if (!words.every((one) => holds(around, one)) || rectOf(around).width === 0) continue;
      const tag = get(around, 'localName');
      const inner = get(around, 'parentElement');
      const names = [
        ...ownNames(around).filter(({ css }) => !css.startsWith('#')),
        ...(inner && inner !== element && holds(element, inner)
          ? ownNames(inner).map(({ css, trust }) => ({ css: `${css} > ${tag}`, trust: trust * 0.8 }))
          : []),
        ...(tag === get(element, 'localName') ? [] : [{ css: tag, trust: 0.35 }]),
        ...[false, true].map((fromEnd) => ({ css: pathTo(around, element, row, fromEnd), trust: 0.3 })),
      ];
      for (const { css, trust } of names) if (!found.has(css)) found.set(css, trust);
    }
  }
  return [...found].map(([css, trust]) => ({ css, trust }));
}

/** The way from the nearest named element around, or from the row, down to an element. */
function pathTo(element: Element, row: Element, rowCss: Css, fromEnd: boolean): Css {
  const steps: string[] = [];
  for (const around of chainOf(element, row)) {
    const [name] = steps.length > 0 ? ownNames(around) : [];
    if (name) return [name.css, ...steps].join(' > ');
    steps.unshift(placed(around, fromEnd));
  }
  return [rowCss, ...steps].join(' > ');
}

/** Whether the row gives exactly what is said in it under this selector, 0…1; null where nothing is there. */
function rateText(css: Css, { element, said, blocks }: Row): number | null {
  const spot = spotIn(element, css);
  if (!spot) return null;
  const held = blocks.filter(({ element: one, kind }) => kind !== 'picture' && holds(spot, one));
  const wanted = said.filter(({ kind }) => kind === 'words');
  const hit = wanted.filter((block) => held.includes(block)).length / wanted.length;
  const spare = held.filter((block) => !wanted.includes(block)).length;
  return hit - Math.min(0.6, spare * 0.25);
}

/** Whether what is there is far wider than what is said. */
function isLoose(css: Css, { element, rect }: Row): boolean {
  const spot = spotIn(element, css);
  return spot !== null && rectOf(spot).width > rect.width + 80;
}

const spotIn = (row: Element, css: Css): Element | null =>
  get(row, 'matches').call(row, css) ? row : get(row, 'querySelector').call(row, css);

/** Marks, times and names that stand inside the words. */
function stripOf(rows: readonly Row[], spots: readonly Css[]): Css | null {
  const found = new Set<Css>();
  const inSpots = rows.flatMap(({ element, blocks, said }) => {
    const spot = spots.map((css) => spotIn(element, css)).find((one) => !!one);
    return spot ? [{ spot, said, aside: blocks.filter((block) => !said.includes(block)) }] : [];
  });
  /** Whether nothing that is said goes with what this takes. */
  const isSafe = (css: Css) =>
    inSpots.every(({ spot, said, aside }) =>
      allWithin(spot, css).every(
        (one) =>
          !said.some(({ element }) => holds(one, element)) &&
          aside.some(({ element }) => holds(one, element) || holds(element, one)),
      ),
    );
  for (const { spot, aside } of inSpots)
    for (const { element, kind } of aside) {
      if (kind === 'picture' || element === spot || !holds(spot, element)) continue;
      const name = ownNames(element).find(({ css }) => isSafe(css));
      if (name) found.add(name.css);
    }
  return found.size > 0 ? [...found].slice(0, 3).join(', ') : null;
}

/** A picture of somebody, not a message: small, and there beside words. */
const FACE = 64;

/** Selectors of the small pictures that stand in rows. */
function facesOf(rows: readonly Row[], row: Css): Css[] {
  const found = new Set<Css>();
  for (const { element } of rows)
    for (const image of allWithin(element, 'img')) {
      const { width, height } = rectOf(image);
      if (width > FACE || height > FACE) continue;
      const around = chainOf(image, element).flatMap((one) =>
        ownNames(one).filter(({ trust }) => trust >= 0.8),
      );
      const [name] = around;
      found.add(name ? `${name.css}, ${name.css} *` : pathTo(image, element, row, false));
    }
  return [...found].slice(0, 4);
}

/** The parts as an adapter for this page's host. What no page told has the reader that fits any. */
export function adapterOf(parts: Parts, page: { readonly url: string; readonly title: string }): Adapter {
  const { hostname, pathname } = new URL(page.url);
  // The rest of the path may name a conversation.
  const [, section = ''] = /^\/([a-z_-]+)(?:\/|$)/i.exec(pathname) ?? [];
  const rows = unquoted(parts.rows);
  const text = textSpots(rows, parts.row);
  const strip = stripOf(rows, text);
  const composer = selectorOf(parts.composer.element);
  const mounted = selectorOf(inRootOf(parts.box, parts.composer.element));
  const messages = selectorOf(parts.box);
  const buyer = parts.buyer && selectorOf(parts.buyer).css;
  const shadow = hostsOf(parts.box);
  const spots = text.length > 0 ? text : [parts.row];
  // In `:has()` a selector begins at the row, so the way to the row is left out.
  const inside = (css: Css) => (css.startsWith(`${parts.row} > `) ? css.slice(parts.row.length + 1) : css);
  const inWords = spots.map((css) => `${css} img`);
  const picture = `img:not(${[...facesOf(parts.rows, parts.row), ...inWords].join(', ')}), video`;
  return {
    format: 'counterside-adapter/1',
    id: `own-${hostname}`,
    label: page.title.trim().slice(0, 20) || hostname,
    matches: [`https://${hostname}/${section}*`],
    metric: UNKNOWN_METRIC,
    zone: 'local',
    ...(shadow.length > 0 ? { shadow } : {}),
    ...(get(parts.box, 'ownerDocument').defaultView !== get(parts.box, 'ownerDocument').defaultView?.top
      ? { frame: 'any' as const }
      : {}),
    ready: mounted.css,
    unusable: [],
    messages: messages.css,
    row: {
      at: [parts.row],
      ...(isNewestFirst(parts.rows) ? { newestFirst: true as const } : {}),
      // Neither words nor a picture: somebody is typing, a line, a gap.
      skip:
        text.length > 0
          ? [
              {
                css: `:is(${parts.row}):not(:has(${spots.map(inside).join(', ')}), ${spots.join(', ')}, :has(${picture}))`,
              },
            ]
          : [],
      id: idFields(parts.rows),
      origin: parts.origin,
      content: [{ kind: 'image', css: picture }],
      text: spots,
      ...(strip ? { strip } : {}),
      time: [
        { read: 'label', formats: TIMES },
        { read: 'divider', formats: TIMES },
      ],
      recall: { says: ['撤回了一条消息', '撤回了消息', '撤回一条消息'] },
    },
    conversation: {
      keyIs: buyer ? 'buyer-name' : 'buyer-id',
      // A page with one chat only: the page is the conversation.
      key: buyer ? [buyer] : [{ url: '://{id}' }],
      buyer: buyer ?? NOTHING,
    },
    contacts: { row: [NOTHING], name: [NOTHING], time: [], pseudo: [] },
    composer: [{ kind: parts.composer.kind, css: composer.css }],
    send: parts.send ? selectorOf(inRootOf(parts.box, parts.send)).css : NOTHING,
    sendKeys: ['Enter', 'Ctrl+Enter'],
    ownShortcuts: [],
  };
}

/** Each row stands above the one before it, as in a reversed column. */
const isNewestFirst = (rows: readonly Row[]): boolean =>
  rows.length > 1 &&
  rows.every(({ element }, index) => {
    const before = rows[index - 1];
    return !before || rectOf(element).bottom <= rectOf(before.element).top + 3;
  });

const TIMES = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'h:mm AM'] as const;

/** Attributes of a row that name the message: there at every row, and each time another. */
function idFields(rows: readonly Row[]): { css: Css; attribute: string }[] {
  const [first] = rows;
  if (!first || rows.length < 3) return [];
  const spots = [first.element, ...allWithin(first.element, '*').slice(0, 12)];
  for (const spot of spots)
    for (const { name } of [...get(spot, 'attributes')]) {
      if (!/^(?:id|data-.*(?:id|key)|key)$/i.test(name)) continue;
      const css = `[${name}]`;
      const values = rows.map(({ element }) => {
        const own = spotIn(element, css);
        return own && get(own, 'getAttribute').call(own, name);
      });
      // Running numbers are places in the list, not names: they move when older messages are loaded.
      if (values.every((value, index) => !!value && value.length >= 6 && values.indexOf(value) === index))
        return [{ css, attribute: name }];
    }
  return [];
}
