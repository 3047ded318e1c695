import { say } from '../../components/i18n/say.ts';
import type { FindingView, ManualView, ManualWish } from '../../components/manual/view.ts';
import { wordsOf } from '../../components/ui/use-live.ts';
import { openWait } from '../../core/clock/open-wait.ts';
import type { By, ConversationAct, MessageSighting, OverrideReason, Place } from '../../core/event.ts';
import { ownNames, readPasted } from '../../core/pasted-chat.ts';
import { call } from '../../messaging/call.ts';
import type { HelloAnswer } from '../../messaging/contract.ts';
import { createOutbox } from '../../messaging/outbox.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { loadRules, type Screen, screen } from '../../scripts-library/screen/scan.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { holding } from '../chat.content/screening.ts';
import { pasted, type Turn, turnOf } from './turns.ts';

const CONSOLE = 'manual';

export interface Manual {
  begin(): void;
  act(wish: ManualWish): void;
  onKey(event: KeyboardEvent): void;
}

interface State {
  readonly shop: string;
  readonly buyer: string;
  readonly turns: readonly Turn[];
  /** What a person said of names. */
  readonly said: ReadonlyMap<string, By>;
  readonly replies: readonly Suggestion[] | null;
  readonly draft: string;
  /** The script that the draft began as. */
  readonly script: string | null;
  readonly held: boolean;
  readonly case: string | null;
  readonly unsaved: number;
  readonly notice: ManualView['notice'];
}

const fresh = (): Omit<State, 'shop'> => ({
  buyer: '',
  turns: [],
  said: new Map(),
  replies: [],
  draft: '',
  script: null,
  held: false,
  case: null,
  unsaved: 0,
  notice: null,
});

/** Manual mode, wired: what is pasted goes to the log as console `manual`, and comes back as replies and findings. */
export function createManual(draw: (view: ManualView) => void): Manual {
  let state: State = { shop: '', ...fresh() };
  let hello: HelloAnswer | null = null;
  let rules: Screen | null = null;
  /** Stands for a buyer whom nobody has named. */
  let nameless = crypto.randomUUID();
  let draftId = crypto.randomUUID();
  const classes = new Map<string, MessageClass>();
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

  const place = (): Place => ({ console: CONSOLE, shop: state.shop || 'unknown', seat: 'unknown' });
  const conversation = () => state.buyer || nameless;
  const log = (fact: ConversationAct | MessageSighting) =>
    outbox.add({ place: place(), conversation: conversation(), buyer: state.buyer || null, ...fact }).id;
  const asked = () => state.turns.findLast(({ by }) => by === 'buyer')?.text;

  function findings(): readonly Finding[] {
    if (!rules || state.draft === '') return [];
    const words = asked();
    return screen(rules, state.draft, { by: 'agent', platform: CONSOLE, ...(words ? { asked: words } : {}) });
  }

  const waited = (): number | null => {
    if (!hello) return null;
    const messages = state.turns.flatMap(({ id, logged, by, at, seen, sentAt }) =>
      logged ? [{ id, by, at, seen, sentAt, class: classes.get(logged) ?? ('substantive' as const) }] : [],
    );
    const wait = openWait(messages, hello.profile, Date.now());
    return wait.kind === 'nobody' ? null : Math.max(0, Math.floor(wait.seconds));
  };

  function view(): ManualView {
    const names = [...new Set(state.turns.flatMap(({ name }) => (name ? [name] : [])))];
    return {
      ...state,
      turns: state.turns.map(({ id, name, by, text, shownAt }) => ({ id, name, by, text, at: shownAt })),
      names: names.map((name) => ({ name, by: byOf(name) })),
      waited: waited(),
      findings: findings().map(findingView),
    };
  }

  function findingView(finding: Finding): FindingView {
    const note = hello?.rules.notes[finding.rule];
    const { rule, level, start, end } = finding;
    return {
      id: `${rule}@${start}`,
      level,
      title: note?.title ?? rule,
      message: note?.message ?? '',
      start,
      end,
      replacement: note?.replaces === 'sentence' ? null : (finding.replacement ?? null),
    };
  }

  function set(part: Partial<State>): void {
    state = { ...state, ...part };
    draw(view());
  }

  const byOf = (name: string): By =>
    state.said.get(name) ?? state.turns.find((turn) => turn.name === name)?.by ?? 'unknown';

  /** Logs the turns whose writer is known and that are not in the log yet. */
  function keep(turns: readonly Turn[]): readonly Turn[] {
    return turns.map((turn) => {
      if (turn.logged || turn.by === 'unknown') return turn;
      const { key, by, text, seen, sentAt } = turn;
      const content = text === '' ? ('other' as const) : ('text' as const);
      const logged = log({
        kind: 'message-seen',
        key: { source: 'fingerprint', value: key },
        by,
        content,
        text,
        seen,
        sentAt,
      });
      return { ...turn, logged };
    });
  }

  function paste(text: string): void {
    const read = readPasted(text);
    if (read.length === 0) {
      set({ notice: { text: say('manual.readNothing'), tone: 'trouble' } });
      return;
    }
    const own = ownNames(read);
    const buyer = read.find(({ name }) => name !== null && !own.has(name) && own.size > 0)?.name;
    if (!state.buyer && buyer) state = { ...state, buyer };
    const known = new Set(state.turns.map(({ key }) => key));
    const added = pasted(read, own, state.said).filter(({ key }) => !known.has(key));
    set({ turns: keep([...state.turns, ...added]), notice: null });
    void suggest();
  }

  async function suggest(): Promise<void> {
    if (state.turns.at(-1)?.by !== 'buyer') return set({ replies: [] });
    const about = state.turns;
    set({ replies: null });
    try {
      const { suggestions } = await call('suggest', {
        place: place(),
        turns: about
          .filter(({ text }) => text !== '')
          .slice(-8)
          .map(({ by, text }) => ({ by, text })),
        slots: {
          ...(hello ? { 称呼: hello.settings.salutation } : {}),
          ...(state.buyer ? { 买家昵称: state.buyer } : {}),
          ...(state.shop ? { 店铺: state.shop } : {}),
        },
        sent: about.filter(({ by, text }) => by === 'agent' && text !== '').map(({ text }) => text),
      });
      if (state.turns !== about && state.turns.length !== about.length) return;
      set({ replies: suggestions });
      if (suggestions.length > 0)
        log({ kind: 'suggestion-shown', scripts: suggestions.map(({ script }) => script) });
    } catch (error) {
      set({ replies: [], notice: { text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble' } });
    }
  }

  /** A line of either side that is said now, or without words: only that somebody wrote. */
  const sayNow = (by: 'buyer' | 'agent', text: string) =>
    set({ turns: keep([...state.turns, turnOf(by, text)]) });

  async function copy(asSent: boolean, reason: OverrideReason | null): Promise<void> {
    const { draft, script } = state;
    if (draft.trim() === '') return;
    const grave = holding(findings(), hello?.settings.holdAt ?? 'block');
    if (grave.length > 0 && reason === null) {
      if (!state.held) log({ kind: 'send-held', draft: draftId, rules: grave.map(({ rule }) => rule) });
      return set({ held: true });
    }
    await navigator.clipboard.writeText(draft);
    if (reason !== null) {
      for (const { rule } of grave) log({ kind: 'finding-overridden', draft: draftId, rule, reason });
      log({ kind: 'send-released', draft: draftId, outcome: 'overridden' });
    }
    const notice = { text: say('manual.copied'), tone: 'fine' } as const;
    if (!asSent) return set({ held: false, notice });
    if (script) log({ kind: 'suggestion-sent', script, editDistance: 0 });
    draftId = crypto.randomUUID();
    state = { ...state, draft: '', script: null, held: false, replies: [], notice };
    sayNow('agent', draft);
  }

  async function openCase(category: string): Promise<void> {
    const id = crypto.randomUUID();
    const home = { place: place(), conversation: conversation(), buyer: state.buyer || null };
    await call('desk.act', { id: `manual-${id}`, home, acts: [{ kind: 'case-opened', case: id, category }] });
    set({ case: category });
  }

  function takeReply(script: string): void {
    const found = state.replies?.find((one) => one.script === script);
    if (!found) return;
    log({ kind: 'suggestion-inserted', script });
    set({ draft: found.text, script });
  }

  function replace(id: string): void {
    const finding = findings().find(({ rule, start }) => `${rule}@${start}` === id);
    if (finding?.replacement === undefined) return;
    const { draft } = state;
    set({
      draft: draft.slice(0, finding.start) + finding.replacement + draft.slice(finding.end),
      script: null,
    });
  }

  async function perform(wish: ManualWish): Promise<void> {
    switch (wish.kind) {
      case 'shop':
        return set({ shop: wish.text.trim() });
      case 'buyer':
        return set({ buyer: wish.text.trim() });
      case 'draft':
        return set({ draft: wish.text, held: false, script: wish.text === '' ? null : state.script });
      case 'paste':
        return paste(wish.text);
      case 'whose': {
        const said = new Map([...state.said, [wish.name, wish.by]]);
        const turns = state.turns.map((turn) =>
          turn.name === wish.name && !turn.logged ? { ...turn, by: wish.by } : turn,
        );
        const buyer = !state.buyer && wish.by === 'buyer' ? wish.name : state.buyer;
        state = { ...state, said, buyer };
        set({ turns: keep(turns) });
        return suggest();
      }
      case 'start':
        return sayNow('buyer', '');
      case 'stop':
        return sayNow('agent', '');
      case 'reply':
        return takeReply(wish.script);
      case 'replace':
        return replace(wish.finding);
      case 'copy':
        return copy(false, null);
      case 'copy-send':
        return copy(true, null);
      case 'override':
        return copy(true, wish.reason);
      case 'back':
        return set({ held: false });
      case 'next':
        nameless = crypto.randomUUID();
        draftId = crypto.randomUUID();
        return set({ ...fresh(), unsaved: state.unsaved });
      case 'case':
        return openCase(wish.category);
      case 'close-notice':
        return set({ notice: null });
    }
  }

  const act = (wish: ManualWish) => {
    perform(wish).catch((error: unknown) =>
      set({ notice: { text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble' } }),
    );
  };

  return {
    begin() {
      set({});
      // The waiting time moves on by itself.
      setInterval(() => set({}), 1_000);
      call('hello', { console: CONSOLE }).then(
        (answer) => {
          hello = answer;
          rules = loadRules(answer.rules);
          set({});
        },
        (error: unknown) =>
          set({ notice: { text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble' } }),
      );
    },
    act,
    onKey(event) {
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const reply = event.altKey && digit ? state.replies?.[Number(digit) - 1] : undefined;
      if (event.isComposing || (!reply && !(event.ctrlKey && event.key === 'Enter'))) return;
      event.preventDefault();
      act(reply ? { kind: 'reply', script: reply.script } : { kind: 'copy-send' });
    },
  };
}

type MessageClass = Parameters<typeof openWait>[0][number]['class'];
