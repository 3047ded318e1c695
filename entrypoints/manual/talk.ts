import { say } from '../../components/i18n/say.ts';
import { wordsOf } from '../../components/ui/use-live.ts';
import type { By } from '../../core/event.ts';
import { ownNames, readPasted } from '../../core/pasted-chat.ts';
import { call } from '../../messaging/call.ts';
import type { Work } from './state.ts';
import { pasted, type Turn, turnOf } from './turns.ts';

/** How many turns a suggestion is asked with. */
const CONTEXT = 8;

/** What was said: pasted or typed in, logged once its writer is known, and answered with replies. */
export interface Talk {
  paste(text: string): void;
  /** A person says whose a name is. */
  whose(name: string, by: By): void;
  /** A line of either side that is said now, or without words: only that somebody wrote. */
  sayNow(by: 'buyer' | 'agent', text: string): void;
}

export function createTalk({ state, set, hello, place, log }: Work): Talk {
  /** Logs the turns whose writer is known and that are not in the log yet. */
  const keep = (turns: readonly Turn[]): readonly Turn[] =>
    turns.map((turn) => {
      if (turn.logged || turn.by === 'unknown') return turn;
      const { key, by, text, seen, sentAt } = turn;
      const content = text === '' ? ('other' as const) : ('text' as const);
      const print = { source: 'fingerprint', value: key } as const;
      return { ...turn, logged: log({ kind: 'message-seen', key: print, by, content, text, seen, sentAt }) };
    });

  const slots = () => {
    const { buyer, shop } = state();
    const salutation = hello()?.settings.salutation;
    return {
      ...(salutation ? { 称呼: salutation } : {}),
      ...(buyer ? { 买家昵称: buyer } : {}),
      ...(shop ? { 店铺: shop } : {}),
    };
  };

  const suggest = async (): Promise<void> => {
    const about = state().turns;
    if (about.at(-1)?.by !== 'buyer') return set({ replies: [] });
    set({ replies: null });
    const worded = about.filter(({ text }) => text !== '');
    try {
      const { suggestions } = await call('suggest', {
        place: place(),
        turns: worded.slice(-CONTEXT).map(({ by, text }) => ({ by, text })),
        slots: slots(),
        sent: worded.filter(({ by }) => by === 'agent').map(({ text }) => text),
      });
      const { turns } = state();
      if (turns !== about && turns.length !== about.length) return;
      set({ replies: suggestions });
      if (suggestions.length > 0)
        log({ kind: 'suggestion-shown', scripts: suggestions.map(({ script }) => script) });
    } catch (error) {
      set({ replies: [], notice: { text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble' } });
    }
  };

  return {
    paste(text) {
      const read = readPasted(text);
      if (read.length === 0) return set({ notice: { text: say('manual.readNothing'), tone: 'trouble' } });
      const { turns, said, buyer } = state();
      const own = ownNames(read);
      const named = read.find(({ name }) => name !== null && !own.has(name) && own.size > 0)?.name;
      if (!buyer && named) set({ buyer: named });
      const known = new Set(turns.map(({ key }) => key));
      const added = pasted(read, own, said).filter(({ key }) => !known.has(key));
      set({ turns: keep([...turns, ...added]), notice: null });
      void suggest();
    },
    whose(name, by) {
      const { said, turns, buyer } = state();
      // Whoever is named is logged as such, so the name must stand before the turns are kept.
      set({ said: new Map([...said, [name, by]]), buyer: !buyer && by === 'buyer' ? name : buyer });
      set({
        turns: keep(turns.map((turn) => (turn.name === name && !turn.logged ? { ...turn, by } : turn))),
      });
      void suggest();
    },
    sayNow: (by, text) => set({ turns: keep([...state().turns, turnOf(by, text)]) }),
  };
}
