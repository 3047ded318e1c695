import { findComposer } from '../../adapters/compose.ts';
import { chordOf, isSendGesture } from '../../adapters/gate-targets.ts';
import { checkHealth } from '../../adapters/health.ts';
import { insert } from '../../adapters/insert.ts';
import { openConversation, readPage } from '../../adapters/read.ts';
import { adapters } from '../../adapters/registry.ts';
import { sendBox } from '../../adapters/send-box.ts';
import type { InsertOutcome, Sighting } from '../../adapters/sighting.ts';
import { watch } from '../../adapters/watch.ts';

/** The adapters inside a page, for `adapters.e2e.ts`: what they told, and their doors. */
export interface UnderTest {
  readonly told: Sighting[];
  readonly batches: number[];
  readonly gestures: string[];
  longestTask: number;
  stop(): void;
  insert(text: string, expected: string): Promise<InsertOutcome>;
  replace(start: number, end: number, text: string, expected: string): Promise<InsertOutcome>;
  text(): string | null;
  health(): ReturnType<typeof checkHealth>;
  read(): ReturnType<typeof readPage>;
  sendBox(): ReturnType<typeof sendBox>;
}

declare global {
  interface Window {
    underTest: UnderTest;
    startAdapters(id: string): void;
  }
}

window.startAdapters = (id) => {
  const adapter = adapters.find((one) => one.id === id)!;
  const end = new AbortController();
  const { signal } = end;
  const composer = () => findComposer(adapter, document)!;
  const shows = () => openConversation(adapter, document);
  const under: UnderTest = {
    told: [],
    batches: [],
    gestures: [],
    longestTask: 0,
    stop: () => end.abort(),
    insert: (text, expected) => insert(composer(), { text, expected, shows }),
    replace: (start, end, text, expected) =>
      insert(composer(), { text, expected, shows, over: { start, end, of: composer().read() } }),
    text: () => findComposer(adapter, document)?.read() ?? null,
    health: () => checkHealth(adapter, document, Date.now()),
    read: () => readPage(adapter, document, Date.now()),
    sendBox: () => sendBox(adapter, document),
  };
  window.underTest = under;
  const hear = (sightings: readonly Sighting[]) => {
    under.batches.push(sightings.length);
    under.told.push(...sightings);
  };
  const gesture = (event: Event) => {
    if (!event.isTrusted || !isSendGesture(adapter, event, document)) return;
    under.gestures.push(event instanceof KeyboardEvent ? `${event.type} ${chordOf(event)}` : event.type);
  };
  for (const type of ['keydown', 'pointerdown', 'mousedown', 'click'])
    window.addEventListener(type, gesture, { capture: true, signal });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) under.longestTask = Math.max(under.longestTask, duration);
  }).observe({ type: 'longtask' });
  watch(adapter, document, hear, { signal, now: Date.now });
};
