import { findComposer } from '../../adapters/compose.ts';
import type { Adapter } from '../../adapters/define.ts';
import { checkHealth } from '../../adapters/health.ts';
import { insert } from '../../adapters/insert.ts';
import { openConversation as keyNow } from '../../adapters/read.ts';
import { sendBox } from '../../adapters/send-box.ts';
import { watch } from '../../adapters/watch.ts';
import { languageOf } from '../../components/i18n/language.ts';
import { call, onGone, onNews } from '../../messaging/call.ts';
import type { PanelPart } from '../../messaging/contract.ts';
import { createOutbox } from '../../messaging/outbox.ts';
import { createAdvice } from './advice.ts';
import { askSearch, askSuggestions, askToday } from './answers.ts';
import { createBacklog } from './backlog.ts';
import { deskTaken, engineHere, offerDesk } from './bridge.ts';
import type { Gate } from './gate.ts';
import { mountHost } from './host.ts';
import { insist } from './insist.ts';
import { createJumpDetector } from './jump.ts';
import { leavePlace } from './left-behind.ts';
import { learn } from './live.ts';
import { initialModel, type Model } from './model.ts';
import { createObserver } from './observe.ts';
import { createOverlay } from './overlay.ts';
import { createReading } from './reading.ts';
import { openConversation, placeOf, type Session } from './session.ts';
import { createWording } from './wording.ts';
import { createWriting } from './writing.ts';

/** A background that takes longer than this to say what holds here does not keep the panel from being drawn. */
const DRAWN_BY_MS = 1_000;

/** Reads one console page, times and screens it, and keeps its facts, until the extension goes. */
export function start(adapter: Adapter, gate: Gate): void {
  const page = document;
  // Ends reading and holding when the extension leaves the page; the panel stays to say so.
  const work = new AbortController();
  const { signal } = work;
  let model = initialModel(languageOf('auto', navigator.language));
  let changed: () => void = () => undefined;
  const set = (part: Partial<Model>) => {
    const next = { ...model, ...part };
    if (Object.keys(part).every((name) => next[name as keyof Model] === model[name as keyof Model])) return;
    model = next;
    changed();
  };

  const outbox = createOutbox({
    send: async (observations) => {
      const answer = await call('append', { observations });
      learn(session.lives, answer);
      const { opened } = answer;
      if (opened && openConversation(session)?.key === opened.conversation) set({ case: opened.case });
      advice.learned();
      return answer.stored;
    },
    onCount: createBacklog((unsaved) => set({ unsaved }), signal),
    onOrphaned: (facts, refused) => {
      work.abort();
      set({ page: { kind: 'orphaned', kept: true }, unsaved: null });
      if (facts.length + refused === 0) return;
      void place.leave(facts).then((left) => {
        const kept = left && refused === 0;
        set({
          page: { kind: 'orphaned', kept },
          unsaved: left ? refused || facts.length : facts.length + refused,
        });
      });
    },
    now: () => ({ at: Date.now(), mono: performance.now() }),
    signal,
  });

  const place = leavePlace(outbox.bootId, work);
  onGone(outbox.leave, work);

  let counter = 0;
  const jumped = createJumpDetector({ now: () => Date.now(), mono: () => performance.now() });
  const session: Session = {
    adapter,
    page,
    signal,
    lives: new Map(),
    wording: createWording(
      window,
      () => {
        set({ judging: true });
        writing.redraw();
      },
      work,
    ),
    observe: createObserver(
      () => placeOf(session),
      jumped,
      (fact) => outbox.add(fact).id,
    ),
    model: () => model,
    set,
    composer: () => findComposer(adapter, page),
    insert: (composer, words) => insert(composer, { ...words, shows: () => keyNow(adapter, page) }),
    sendBox: () => sendBox(adapter, page),
    health: () => checkHealth(adapter, page, Date.now()),
    call,
    newId: () => `${outbox.bootId}.${(counter++).toString(36)}`,
  };
  const host = mountHost(page, { signal: new AbortController().signal });
  const writing = createWriting(session, gate, createOverlay(host.overlay, work), host.show);
  const advice = createAdvice(session);
  offerDesk({
    session,
    writing,
    host,
    search: (query) => askSearch(session, query),
    today: () => askToday(session),
    show: (draw) =>
      void known.then(() => {
        changed = draw;
        set({ shown: true });
      }),
  });
  watch(adapter, page, createReading(session, writing, advice), { signal, now: () => Date.now() });

  const hello = async () => {
    const bring: PanelPart[] = [];
    if (!engineHere()) bring.push('screening');
    if (!deskTaken()) bring.push('panel');
    const { hello: answer, left } = await call('begin', {
      console: adapter.id,
      boot: outbox.bootId,
      bring,
    });
    place.learn(left);
    session.wording.renew(answer.rules);
    const language = languageOf(answer.settings.language, navigator.language);
    const quiet = answer.quiet.map((one) => ({ ...one, scope: 'shop' as const }));
    const dismissals = [...model.dismissals.filter(({ scope }) => scope !== 'shop'), ...quiet];
    set({ hello: answer, language, dismissals, ...(answer.layout ? { layout: answer.layout } : {}) });
    writing.redraw();
  };
  // To draw once what is known then costs the page less than to draw each piece as it comes.
  const late = new Promise((pass) => setTimeout(pass, DRAWN_BY_MS));
  const known = Promise.race([insist(hello, work), late]);
  // Packs, settings or the person on duty have changed: rules and replies are hot-swapped.
  onNews(({ news }) => {
    if (news === 'drain') outbox.flush();
    else void insist(hello, work).then(() => askSuggestions(session));
  }, work);
}
