import { findComposer } from '../../adapters/compose.ts';
import type { Adapter } from '../../adapters/define.ts';
import { watch } from '../../adapters/watch.ts';
import { languageOf } from '../../components/i18n/translate.ts';
import { call } from '../../messaging/call.ts';
import { createOutbox } from '../../messaging/outbox.ts';
import { loadRules } from '../../scripts-library/screen/scan.ts';
import { draws } from './draws.tsx';
import type { Gate } from './gate.ts';
import { mountHost } from './host.ts';
import { createJumpDetector } from './jump.ts';
import { listenForKeys } from './keys.ts';
import { initialModel, type Model } from './model.ts';
import { createObserver } from './observe.ts';
import { createOverlay } from './overlay.ts';
import { createReading } from './reading.ts';
import { placeOf, type Session } from './session.ts';
import { createWishes } from './wishes.ts';
import { createWriting } from './writing.ts';

const HELLO_AGAIN_MS = 1_000;

/** Puts the panel over one console page and keeps it there until the extension goes. */
export function start(adapter: Adapter, gate: Gate): void {
  const page = document;
  // Two ends: `work` stops reading and holding when the extension leaves; the panel stays to say so.
  const work = new AbortController();
  const panel = new AbortController();
  const host = mountHost(page, panel);

  let model = initialModel(languageOf('auto', navigator.language));
  let draw: () => void = () => undefined;
  const set = (part: Partial<Model>) => {
    model = { ...model, ...part };
    draw();
  };

  const outbox = createOutbox({
    send: async (observations) => (await call('append', { observations })).stored,
    onCount: (unsaved) => set({ unsaved: unsaved === 0 ? null : unsaved }),
    onOrphaned: () => {
      work.abort();
      set({ page: { kind: 'orphaned' } });
    },
    now: () => ({ at: Date.now(), mono: performance.now() }),
    signal: work.signal,
  });

  let counter = 0;
  const jumped = createJumpDetector({ now: () => Date.now(), mono: () => performance.now() });
  const session: Session = {
    adapter,
    page,
    lives: new Map(),
    signal: work.signal,
    screen: null,
    observe: createObserver(
      () => placeOf(session),
      jumped,
      (fact) => void outbox.add(fact),
    ),
    model: () => model,
    set,
    composer: () => findComposer(adapter, page),
    newId: () => `${outbox.bootId}.${(counter++).toString(36)}`,
  };

  const writing = createWriting(session, gate, createOverlay(host.overlay, work));
  const on = createWishes(session, writing);
  draw = draws(session, host.panel, on, panel);
  listenForKeys(session, on);
  watch(adapter, page, createReading(session, writing), { signal: work.signal, now: () => Date.now() });

  const hello = async (): Promise<void> => {
    try {
      const answer = await call('hello', { console: adapter.id });
      session.screen = loadRules(answer.rules);
      const language = languageOf(answer.settings.language, navigator.language);
      set({ hello: answer, language, ...(answer.layout ? { layout: answer.layout } : {}) });
      writing.redraw();
    } catch (error) {
      console.debug(
        'counterside: the background is not there yet',
        error instanceof Error ? error.name : typeof error,
      );
      if (!work.signal.aborted) setTimeout(hello, HELLO_AGAIN_MS);
    }
  };
  void hello();
  draw();
}
