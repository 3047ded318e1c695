import type { Adapter, Css, Sign } from '../define.ts';
import { get } from '../dom.ts';
import { ownNames, selectorOf } from './names.ts';
import type { Row } from './rows.ts';
import { chainOf, holds, parentOf, type Root, rootOf } from './tree.ts';

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

/** Matches nothing: there is no such thing on this page. */
export const NOTHING: Css = ':not(*)';

/** The shadow hosts that an element is in, from the outside in. */
export function hostsOf(element: Element): Css[] {
  const hosts: Css[] = [];
  for (let root: Root = rootOf(element); root instanceof ShadowRoot; root = rootOf(root.host))
    hosts.unshift(selectorOf(root.host).css);
  return hosts;
}

/** The selector under which a row's own words, and nothing else, are found; ranked. */
export function textSpots(rows: readonly Row[]): Css[] {
  const worded = rows.filter(({ said }) => said.some(({ kind }) => kind === 'words'));
  const rates = new Map<Css, number>();
  const seen = new Set<Css>();
  for (const { element, said } of worded.slice(0, 12)) {
    const words = said.filter(({ kind }) => kind === 'words').map((block) => block.element);
    const [first] = words;
    if (!first) continue;
    for (const around of chainOf(first, parentOf(element))) {
      if (!words.every((one) => holds(around, one))) continue;
      const tag = get(around, 'localName');
      const inner = get(around, 'parentElement');
      const names = [
        ...ownNames(around).map(({ css, trust }) => ({ css, trust })),
        ...(inner && inner !== element && holds(element, inner)
          ? ownNames(inner).map(({ css, trust }) => ({ css: `${css} > ${tag}`, trust: trust * 0.8 }))
          : []),
        ...(around === element ? [] : [{ css: tag, trust: 0.35 }]),
      ];
      for (const { css, trust } of names) {
        if (seen.has(css)) continue;
        seen.add(css);
        rates.set(css, rateText(css, worded) + trust * 0.1);
      }
    }
  }
  const ranked = [...rates].sort(([, one], [, other]) => other - one);
  return ranked
    .filter(([, rate], index) => index === 0 || rate > 0.9)
    .slice(0, 2)
    .map(([css]) => css);
}

/** How many rows give exactly what is said in them, and how little besides. */
function rateText(css: Css, rows: readonly Row[]): number {
  let rate = 0;
  for (const { element, said, blocks } of rows) {
    const spot = get(element, 'matches').call(element, css)
      ? element
      : get(element, 'querySelector').call(element, css);
    if (!spot) continue;
    const held = blocks.filter(({ element: one, kind }) => kind !== 'picture' && holds(spot, one));
    const wanted = said.filter(({ kind }) => kind === 'words');
    const hit = wanted.filter((block) => held.includes(block)).length / wanted.length;
    const spare = held.filter((block) => !wanted.includes(block)).length;
    rate += hit - Math.min(0.6, spare * 0.25);
  }
  return rate / Math.max(1, rows.length);
}

/** Marks and times that stand inside the words. */
function stripOf(rows: readonly Row[], spots: readonly Css[]): Css | null {
  const found = new Map<Css, number>();
  for (const { element, blocks } of rows) {
    const spot = spots.map((css) => get(element, 'querySelector').call(element, css)).find((one) => !!one);
    if (!spot) continue;
    for (const { element: one, kind } of blocks) {
      if ((kind !== 'time' && kind !== 'mark') || one === spot || !holds(spot, one)) continue;
      const [name] = ownNames(one);
      if (name) found.set(name.css, (found.get(name.css) ?? 0) + 1);
    }
  }
  return found.size > 0 ? [...found.keys()].slice(0, 3).join(', ') : null;
}

const PICTURES: Sign & { kind: 'image' } = { kind: 'image', css: 'img:not([class*="avatar" i] img):not([class*="avatar" i])' };

/** The parts as an adapter for this page's host. What no page told has the reader that fits any. */
export function adapterOf(parts: Parts, page: { readonly url: string; readonly title: string }): Adapter {
  const { hostname } = new URL(page.url);
  const text = textSpots(parts.rows);
  const strip = stripOf(parts.rows, text);
  const composer = selectorOf(parts.composer.element);
  const messages = selectorOf(parts.box);
  const buyer = parts.buyer && selectorOf(parts.buyer).css;
  const shadow = hostsOf(parts.box);
  const pictures = parts.rows.some(({ said }) => said.some(({ kind }) => kind === 'picture'));
  return {
    format: 'counterside-adapter/1',
    id: `own-${hostname}`,
    label: page.title.trim().slice(0, 20) || hostname,
    matches: [`https://${hostname}/*`],
    metric: 'manual-mean-response',
    zone: 'local',
    ...(shadow.length > 0 ? { shadow } : {}),
    ...(parts.box.ownerDocument.defaultView !== parts.box.ownerDocument.defaultView?.top ? { frame: 'any' as const } : {}),
    ready: composer.css,
    unusable: [],
    messages: messages.css,
    row: {
      at: [parts.row],
      skip: [],
      id: idFields(parts.rows),
      origin: parts.origin,
      content: pictures ? [{ kind: 'image', css: PICTURES.css ?? 'img' }] : [],
      text: text.length > 0 ? text : [parts.row],
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
    send: parts.send ? selectorOf(parts.send).css : NOTHING,
    sendKeys: ['Enter', 'Ctrl+Enter'],
    ownShortcuts: [],
  };
}

const TIMES = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'h:mm AM'] as const;

/** Attributes of a row that name the message: there at every row, and each time another. */
function idFields(rows: readonly Row[]): { css: Css; attribute: string }[] {
  const [first] = rows;
  if (!first || rows.length < 3) return [];
  const spots = [first.element, ...[...first.element.querySelectorAll('*')].slice(0, 12)];
  for (const spot of spots)
    for (const { name } of [...get(spot, 'attributes')]) {
      if (!/^(?:id|data-.*(?:id|key)|key)$/i.test(name)) continue;
      const css = `[${name}]`;
      const values = rows.map(({ element }) => {
        const own = get(element, 'matches').call(element, css) ? element : get(element, 'querySelector').call(element, css);
        return own && get(own, 'getAttribute').call(own, name);
      });
      // Running numbers are places in the list, not names: they move when older messages are loaded.
      if (values.every((value, index) => !!value && value.length >= 6 && values.indexOf(value) === index))
        return [{ css, attribute: name }];
    }
  return [];
}
