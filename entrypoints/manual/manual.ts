import { say } from '../../components/i18n/say.ts';
import type { ManualView, ManualWish } from '../../components/manual/view.ts';
import { wordsOf } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import type { HelloAnswer } from '../../messaging/contract.ts';
import { createOutbox } from '../../messaging/outbox.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { loadRules, type Screen, screen } from '../../scripts-library/screen/scan.ts';
import { createDrafting } from './drafting.ts';
import { CONSOLE, fresh, type State, type Work } from './state.ts';
import { createTalk } from './talk.ts';
import { type Classes, viewOf } from './view.ts';

export interface Manual {
  begin(): void;
  act(wish: ManualWish): void;
  onKey(event: KeyboardEvent): void;
}

/** Manual mode, wired: what is pasted goes to the log as console `manual`, and comes back as replies and findings. */
export function createManual(draw: (view: ManualView) => void): Manual {
  let state: State = { shop: '', ...fresh() };
  let hello: HelloAnswer | null = null;
  let rules: Screen | null = null;
  /** Stands for a buyer whom nobody has named. */
  let nameless = crypto.randomUUID();
  const classes: Classes = new Map();

  const findings = (): readonly Finding[] => {
    if (!rules || state.draft === '') return [];
    const asked = state.turns.findLast(({ by }) => by === 'buyer')?.text;
    return screen(rules, state.draft, { by: 'agent', platform: CONSOLE, ...(asked ? { asked } : {}) });
  };
  const set = (part: Partial<State>) => {
    state = { ...state, ...part };
    draw(viewOf(state, hello, findings(), classes));
  };
  const fail = (error: unknown) =>
    set({ notice: { text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble' } });

  const outbox = createOutbox({
    send: async (observations) => {
      const answer = await call('append', { observations });
      for (const [id, what] of Object.entries(answer.classes)) classes.set(id, what);
      return answer.stored;
    },
    onCount: (unsaved) => set({ unsaved }),
    now: () => ({ at: Date.now(), mono: performance.now() }),
    signal: new AbortController().signal,
  });
  const home = () => ({
    place: { console: CONSOLE, shop: state.shop || 'unknown', seat: 'unknown' },
    conversation: state.buyer || nameless,
    buyer: state.buyer || null,
  });
  const work: Work = {
    state: () => state,
    set,
    hello: () => hello,
    place: () => home().place,
    log: (fact) => outbox.add({ ...home(), ...fact }).id,
  };
  const talk = createTalk(work);
  const drafting = createDrafting(work, findings, talk);

  const openCase = async (category: string) => {
    const id = crypto.randomUUID();
    const acts = [{ kind: 'case-opened' as const, case: id, category }];
    await call('desk.act', { id: `manual-${id}`, home: home(), acts });
    set({ case: category });
  };

  const perform = async (wish: ManualWish): Promise<void> => {
    switch (wish.kind) {
      case 'shop':
        return set({ shop: wish.text.trim() });
      case 'buyer':
        return set({ buyer: wish.text.trim() });
      case 'draft':
        return set({ draft: wish.text, held: false, script: wish.text === '' ? null : state.script });
      case 'paste':
        return talk.paste(wish.text);
      case 'whose':
        return talk.whose(wish.name, wish.by);
      case 'start':
        return talk.sayNow('buyer', '');
      case 'stop':
        return talk.sayNow('agent', '');
      case 'reply':
        return drafting.take(wish.script);
      case 'replace':
        return drafting.replace(wish.finding);
      case 'copy':
        return drafting.copy(false, null);
      case 'copy-send':
        return drafting.copy(true, null);
      case 'override':
        return drafting.copy(true, wish.reason);
      case 'back':
        return set({ held: false });
      case 'next':
        nameless = crypto.randomUUID();
        drafting.startAnew();
        return set({ ...fresh(), unsaved: state.unsaved });
      case 'case':
        return openCase(wish.category);
      case 'close-notice':
        return set({ notice: null });
    }
  };
  const act = (wish: ManualWish) => {
    perform(wish).catch(fail);
  };

  return {
    act,
    begin() {
      set({});
      // The waiting time moves on by itself.
      setInterval(() => set({}), 1_000);
      call('hello', { console: CONSOLE }).then((answer) => {
        hello = answer;
        rules = loadRules(answer.rules);
        set({});
      }, fail);
    },
    onKey(event) {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const reply = event.altKey && digit ? state.replies?.[Number(digit) - 1] : undefined;
      if (event.isComposing || (!reply && !(event.ctrlKey && event.key === 'Enter'))) return;
      event.preventDefault();
      act(reply ? { kind: 'reply', script: reply.script } : { kind: 'copy-send' });
    },
  };
}
