import type { Frame } from 'playwright-core';
import type { PracticeConsole } from '../../cli/practice/consoles.ts';
import { seeded } from '../../cli/practice/random.ts';
import type { Stage } from '../browser/stage.ts';
import { arm, type Faults } from './bench.ts';

declare const faults: typeof Faults;

const HANG_MS = 60_000;
const BUYERS = 7;
const NEWCOMERS = ['山高水长', '小雨天', '一只白猫', '晴空万里', '木头人', '老街茶铺', '海边的风'];

export interface Roaming {
  /** Words that were said, by the buyer (the console's own id) to whom they belong. */
  readonly said: ReadonlyMap<string, string>;
  /** What the log holds of them, in its order. */
  readonly logged: readonly { readonly conversation: string; readonly text: string }[];
  /** What was done, for a report of what went wrong. */
  readonly done: readonly string[];
}

/**
 * Lets an agent wander through a console by so many seeded steps while buyers write: other conversations, history back
 * and forth, reloads, frames, lists that are made anew, a lost connection. In the end every conversation is opened once.
 */
export async function roam(
  stage: Stage,
  { id, host, paths, outer }: PracticeConsole,
  { steps, seed }: { readonly steps: number; readonly seed: number },
): Promise<Roaming> {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const page = await stage.browser.context.newPage();
  const settle = async (): Promise<Frame> => {
    const end = Date.now() + HANG_MS;
    for (;;) {
      // A frame that goes while it is asked is not the one.
      for (const frame of page.frames())
        if (
          frame.name() !== 'spare' &&
          (await frame.evaluate(() => window.practice?.active() ?? null).catch(() => null)) !== null
        )
          return frame;
      if (Date.now() > end) throw new Error(`${id} shows no conversation`);
      await page.waitForTimeout(50);
    }
  };
  const start = `https://${host}${outer ?? paths[0]}`;
  /** Some consoles write the open conversation into their address, which the practice server has no page for. */
  const served = () => [outer, ...paths].includes(new URL(page.url()).pathname);
  // So many steps of its own history the page has behind and before it.
  let behind = 0;
  let ahead = 0;
  const anew = () => {
    behind = 0;
    ahead = 0;
    return page.goto(start);
  };
  await anew();
  let chat = await settle();
  await chat.evaluate(async (names) => {
    for (const [at, name] of names.entries())
      if (window.practice.buyers().length < names.length) await window.practice.newBuyer(`9900${at}`, name);
  }, NEWCOMERS);
  const everybody = await chat.evaluate(() => window.practice.buyers().map(({ uid }) => uid));
  // Those that the console fills its list with, such as its robot, are no buyers.
  const buyers = everybody.filter((uid) => !uid.startsWith('pseudo')).slice(0, BUYERS);
  const world = stage.practice.world(id);
  const said = new Map<string, string>();
  const done: string[] = [];
  const say = (uid: string) => {
    const by = pick(['buyer', 'buyer', 'agent'] as const);
    const text = `${id}的${buyers.indexOf(uid)}号买家，第${said.size}句`;
    said.set(text, uid);
    world.say(uid, { by, content: { text } }, Date.now());
    done.push(`${by} in ${buyers.indexOf(uid)} says ${said.size - 1}`);
  };
  /** Where the act itself, or the one before, led to another document, the agent waits until its chat is there. */
  const act = async (work: (uids: string[]) => unknown, uids: string[] = []) => {
    try {
      await chat.evaluate(work, uids);
    } catch (error) {
      if (!/context was destroyed|detached|closed/.test(String(error))) throw error;
      await page.waitForLoadState();
      if (!served()) await anew();
      chat = await settle();
    }
  };

  const usual: Record<string, () => Promise<unknown>> = {
    // Nobody waits until the page has drawn it.
    turn: () => act(([uid]) => void window.practice.open(uid ?? null), [pick(buyers)]),
    'turn and wait': () => act(([uid]) => window.practice.open(uid ?? null), [pick(buyers)]),
    'turn thrice': () =>
      act(
        (uids) => {
          for (const uid of uids) void window.practice.open(uid);
        },
        [pick(buyers), pick(buyers), pick(buyers)],
      ),
    nobody: () => act(() => void window.practice.open(null)),
    remount: () => act(() => void window.practice.remount()),
    route: () => {
      behind += 1;
      ahead = 0;
      return act(() => history.pushState(null, '', `#/${history.length}`));
    },
    // Never out of the console's own pages.
    back: async () => {
      if (behind === 0) return;
      behind -= 1;
      ahead += 1;
      await act(() => history.back());
    },
    forward: async () => {
      if (ahead === 0) return;
      behind += 1;
      ahead -= 1;
      await act(() => history.forward());
    },
    frame: () =>
      page.evaluate(() => {
        const frame = document.createElement('iframe');
        frame.name = 'spare';
        frame.srcdoc = '<ul><li class="onemsg">没有人说的话</li></ul>';
        document.body.append(frame);
      }),
    unframe: () => page.evaluate(() => document.querySelector('iframe[name="spare"]')?.remove()),
    lost: () => act(() => window.practice.connecting(true)),
    found: () => act(() => window.practice.connecting(false)),
    breathe: () => page.waitForTimeout(random() * 120),
  };
  const rare: Record<string, () => Promise<unknown>> = {
    reload: () => (served() ? page.reload() : anew()),
    away: async () => {
      behind = 0;
      ahead = 0;
      await page.goto('about:blank');
      await page.goBack();
      if (!served()) await anew();
    },
    // The same console a second time, within itself.
    twice: () =>
      page.evaluate((address) => {
        const frame = document.createElement('iframe');
        frame.name = 'spare';
        frame.src = address;
        document.body.append(frame);
      }, start),
  };
  for (let step = 0; step < steps; step++) {
    if (random() < 0.6) say(pick(buyers));
    const seldom = random() < 0.03;
    const from = seldom ? rare : usual;
    const name = pick(Object.keys(from));
    done.push(name);
    await from[name]?.();
    if (seldom) chat = await settle();
    if (random() < 0.4) say(pick(buyers));
  }
  await act(() => window.practice.connecting(false));

  const desk = await stage.browser.extensionPage('options.html');
  await arm(desk);
  await page.bringToFront();
  const look = async () => (await desk.evaluate(() => faults.said())).filter(({ text }) => said.has(text));
  for (const uid of buyers) {
    done.push(`at last ${buyers.indexOf(uid)}`);
    await chat.evaluate((one) => window.practice.open(one), uid);
    await until(look, (logged) => {
      const texts = new Set(logged.map(({ text }) => text));
      return [...said].every(([text, whose]) => whose !== uid || texts.has(text));
    });
  }
  const logged = await look();
  await desk.close();
  await page.close();
  return { said, logged, done };
}

async function until<T>(look: () => Promise<T>, wanted: (value: T) => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  // What is missing then is told by whoever compares.
  while (!wanted(await look()) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** What is wrong with the log after a walk, a line each: words missing, kept twice, or given to another buyer. */
export function faultsOf({ said, logged }: Roaming): string[] {
  const times = new Map<string, number>();
  const owner = new Map<string, string>();
  const found: string[] = [];
  for (const { conversation, text } of logged) {
    times.set(text, (times.get(text) ?? 0) + 1);
    const whose = said.get(text) ?? '';
    // A pseudonym stands for one buyer, and a buyer has one.
    for (const [one, other] of [
      [conversation, whose],
      [whose, conversation],
    ] as const) {
      const known = owner.get(one) ?? other;
      owner.set(one, known);
      if (known !== other) found.push(`${text}: of ${whose}, kept in ${conversation}`);
    }
  }
  for (const text of said.keys())
    if (times.get(text) !== 1) found.push(`${text}: kept ${times.get(text) ?? 0} times`);
  return found;
}
