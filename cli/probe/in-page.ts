import { chatOf } from '../../adapters/chat-root.ts';
import { findComposer } from '../../adapters/compose.ts';
import type { Adapter } from '../../adapters/define.ts';
import { detect, type Sureness } from '../../adapters/detect.ts';
import { firstVisible, get, textOf } from '../../adapters/dom.ts';
import { checkHealth } from '../../adapters/health.ts';
import { readPage } from '../../adapters/read.ts';
import { adapterFor } from '../../adapters/registry.ts';
import type { PageState } from '../../adapters/sighting.ts';
import { NOTHING } from './nothing.ts';

/** An element as one finds it again. */
export interface Control {
  readonly css: string;
  readonly tag: string;
  readonly text: string;
}

/** What an adapter reads in one document: everything here can be printed as JSON. */
export interface Reading {
  readonly url: string;
  readonly source: 'shipped' | 'detected' | 'none';
  readonly console: string | null;
  readonly sure: Sureness | null;
  readonly state: PageState['kind'] | 'none';
  readonly shown: string | null;
  readonly conversation: { readonly key: string; readonly buyer: string | null } | null;
  readonly shop: string | null;
  readonly order: string | null;
  readonly messages: readonly {
    readonly by: string;
    readonly content: string;
    readonly text: string;
    /** ISO; null where the page tells no time. */
    readonly sentAt: string | null;
    readonly precision: string;
    readonly id: string | null;
  }[];
  readonly waiting: readonly string[];
  readonly composer: (Control & { readonly kind: string; readonly draft: number }) | null;
  readonly send: Control | null;
  readonly missing: readonly string[];
  readonly adapter: Adapter | null;
}

/** Reads this document with the adapter of its address, else with what is found in it. */
export function read(): Reading {
  const url = document.URL;
  const shipped = adapterFor(url);
  const mine = shipped && (shipped.frame === 'any' || window === window.top) ? shipped : null;
  const found = mine ? null : detect(document, 'this');
  const adapter = mine ?? found?.adapter;
  if (!adapter)
    return {
      url,
      source: 'none',
      console: null,
      ...NOTHING,
      missing: ['messages', 'composer'],
      adapter: null,
    };

  const now = Date.now();
  const { state, rows, waiting } = readPage(adapter, document, now);
  const composer = findComposer(adapter, document);
  const send = found ? found.shown.send : firstVisible(chatOf(adapter, document), adapter.send);
  const place = state.kind === 'ready' || state.kind === 'no-conversation' ? state.place : null;
  return {
    url,
    source: mine ? 'shipped' : 'detected',
    console: adapter.id,
    sure: found?.sure ?? null,
    state: state.kind,
    shown: state.kind === 'unusable' ? state.shown : null,
    conversation: state.kind === 'ready' ? state.conversation : null,
    shop: place && place.shop !== 'unknown' ? place.shop : null,
    order: state.kind === 'ready' ? state.order : null,
    messages: rows.map(({ by, content, text, sentAt, id }) => ({
      by,
      content,
      text,
      sentAt: sentAt.precision === 'none' ? null : new Date(sentAt.at).toISOString(),
      precision: sentAt.precision,
      id,
    })),
    waiting: waiting.map(({ conversation }) => conversation.key),
    composer: composer && {
      ...controlOf(composer.element, adapter.composer[0]?.css ?? ''),
      text: '',
      kind: composer.kind,
      draft: composer.read().length,
    },
    send: send && controlOf(send, adapter.send),
    missing: checkHealth(adapter, document, now).missing,
    adapter,
  };
}

function controlOf(element: Element, css: string): Control {
  return { css, tag: get(element, 'localName'), text: textOf(element, 40) };
}
