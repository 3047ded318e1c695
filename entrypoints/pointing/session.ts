import { calibrate, controlAt, editorAt } from '../../adapters/calibrate.ts';
import type { Adapter } from '../../adapters/define.ts';
import { type Detection, detect, isSure } from '../../adapters/detect.ts';
import { languageOf } from '../../components/i18n/language.ts';
import { drawCard } from '../../components/pointing/card.ts';
import pointingCss from '../../components/pointing/pointing.css?inline';
import { type PointingView, type PointingWish, STEPS, type Step } from '../../components/pointing/view.ts';
import { CallError, call } from '../../messaging/call.ts';
import type { OpenPage } from '../chat.content/bridge.ts';
import { mountHost, ownHosts } from '../chat.content/host.ts';
import { takeAim } from './aim.ts';
import { createFrames, type Framed } from './frames.ts';
import { readingOf } from './reading.ts';

/** Looks again this long after the page changed, in milliseconds; it may still be drawing itself. */
const SETTLES_MS = 400;
/** And after so long in any case: a page may show its chat by a style alone, which no mutation tells. */
const LATER_MS = [1_000, 3_000, 8_000] as const;
/** A page that shows no chat in so many looks is left alone. */
const LOOKS = 40;

const NOT_ROWS = { ok: false, trouble: 'not-rows' } as const;

/** The view without what every view has. */
type Shown = PointingView extends infer V ? (V extends PointingView ? Omit<V, 'language'> : never) : never;

/** Asks the agent about a chat as soon as one is found for sure; says nothing on pages without one. */
export function lookForChat(page: OpenPage): void {
  let left = LOOKS;
  let asked = false;
  let done = false;
  page.close = () => {
    done = true;
    observer.disconnect();
  };
  const look = () => {
    asked = false;
    left -= 1;
    if (done) return;
    const found = detect(document, 'this');
    if (found && isSure(found)) {
      done = true;
      observer.disconnect();
      card(page).ask(found);
    } else if (left <= 0) observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    if (asked) return;
    asked = true;
    setTimeout(look, SETTLES_MS);
  });
  observer.observe(document, { childList: true, subtree: true });
  for (const later of LATER_MS) setTimeout(look, later);
  look();
}

/** Lets a person point out the chat, or repair what is read of it. */
export function pointOut(page: OpenPage): void {
  card(page).point();
}

interface Card {
  ask(found: Detection): void;
  point(): void;
}

/** One card on the page, from the first question to the saved adapter. */
function card(page: OpenPage): Card {
  const end = new AbortController();
  const { signal } = end;
  const host = mountHost(document, end);
  const root = host.mount(pointingCss);
  const ourselves = (root.getRootNode() as ShadowRoot).host;
  const layer = document.createElement('div');
  const section = document.createElement('section');
  section.setAttribute('aria-live', 'polite');
  root.append(layer, section);
  const frames = createFrames(layer, end);
  const language = languageOf('auto', navigator.language);
  let proposed: Adapter | null = null;
  let picks: Partial<Record<Step, Element | null>> = {};
  let stage = new AbortController();
  let act: (wish: PointingWish) => void = () => undefined;

  const show = (view: Shown) => {
    drawCard(section, { language, ...view } as PointingView, (wish) => act(wish));
  };
  const next = (): AbortSignal => {
    stage.abort();
    stage = new AbortController();
    return AbortSignal.any([stage.signal, signal]);
  };
  const close = () => {
    stage.abort();
    end.abort();
  };
  page.close = close;
  // The panel stands where own messages stand: it steps aside until the pointing is over.
  for (const other of ownHosts())
    if (other !== ourselves) {
      other.aside = true;
      other.style.setProperty('display', 'none', 'important');
      signal.addEventListener('abort', () => {
        other.aside = false;
        other.style.removeProperty('display');
      });
    }
  /** Draws again when the page changed: what is shown is what is read now. */
  const live = (draw: () => void, until: AbortSignal) => {
    draw();
    let asked = false;
    const observer = new MutationObserver(() => {
      if (asked) return;
      asked = true;
      setTimeout(() => {
        asked = false;
        if (!until.aborted) draw();
      }, SETTLES_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    until.addEventListener('abort', () => observer.disconnect());
  };

  async function save(adapter: Adapter, failed: (why: string) => void): Promise<void> {
    try {
      await call('adapter.save', { adapter });
    } catch (error) {
      return failed(error instanceof CallError ? error.code : String(error));
    }
    if (page.adapter) {
      next();
      frames.show([]);
      act = (wish) => (wish === 'reload' ? location.reload() : close());
      return show({ kind: 'saved' });
    }
    close();
    page.begin(adapter);
  }

  function ask(found: Detection): void {
    const until = next();
    proposed = found.adapter;
    const { box, composer, send, rows } = found.shown;
    frames.show([
      { element: box, kind: 'box' },
      { element: composer, kind: 'box' },
      ...(send ? [{ element: send, kind: 'box' } as const] : []),
      ...rows.flatMap(({ element, whose }): Framed[] =>
        whose === 'own' || whose === 'other' ? [{ element, kind: whose === 'own' ? 'own' : 'buyer' }] : [],
      ),
    ]);
    const reading = () => readingOf(found.adapter, document);
    live(() => show({ kind: 'ask', reading: reading() }), until);
    act = (wish) => {
      if (wish === 'point') point();
      else if (wish === 'accept') void save(found.adapter, (why) => check(found.adapter, why));
      else close();
    };
  }

  function point(): void {
    picks = {};
    proposed = null;
    aimAt('buyer', null);
  }

  function aimAt(step: Step, trouble: 'no-editor' | 'not-rows' | null): void {
    const until = next();
    const chosen = (): Framed[] =>
      Object.entries(picks).flatMap(([name, element]): Framed[] =>
        element ? [{ element, kind: name === 'buyer' ? 'buyer' : 'own' }] : [],
      );
    frames.show(chosen());
    show({ kind: 'point', step, trouble });
    const at = STEPS.indexOf(step);
    act = (wish) => {
      if (wish === 'skip') take(null);
      else if (wish === 'back') aimAt(STEPS[at - 1] ?? 'buyer', null);
      else if (wish === 'close') close();
    };
    const take = (element: Element | null) => {
      const pick =
        element && (step === 'composer' ? editorAt(element) : step === 'send' ? controlAt(element) : element);
      if (step === 'composer' && !pick) return aimAt('composer', 'no-editor');
      picks = { ...picks, [step]: pick };
      const following = STEPS[at + 1];
      if (following) aimAt(following, null);
      else propose();
    };
    takeAim(
      document,
      {
        over: (element) => frames.show([...chosen(), { element, kind: 'aim' }]),
        picked: take,
        cancelled: close,
      },
      // A closed root shows nothing of itself to a listener outside: all in it happens to its host.
      (event) => event.target === ourselves,
      { signal: until },
    );
  }

  function propose(): void {
    const { buyer, own, composer, send = null, name = null } = picks;
    const made =
      buyer && own && composer ? calibrate({ buyer, own, composer, send, name }, page.adapter) : NOT_ROWS;
    if (made.ok) check(made.adapter, null);
    else aimAt('buyer', made.trouble);
  }

  function check(adapter: Adapter, failed: string | null, copied = false): void {
    const until = next();
    proposed = adapter;
    frames.show([]);
    live(() => show({ kind: 'check', reading: readingOf(adapter, document), failed, copied }), until);
    act = (wish) => {
      if (wish === 'save') void save(adapter, (why) => check(adapter, why));
      else if (wish === 'point') point();
      else if (wish === 'copy')
        void navigator.clipboard.writeText(JSON.stringify(proposed, null, 2)).then(
          () => check(adapter, failed, true),
          (error: unknown) => check(adapter, String(error)),
        );
      else close();
    };
  }

  return { ask, point };
}
