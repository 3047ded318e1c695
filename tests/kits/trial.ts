import type { Hands } from './hands.ts';
import { inked } from './ink.ts';

/** What every editor is tried on. */
export const TRIALS = [
  'read',
  'insert',
  'mid-caret',
  'multi-line',
  'undo',
  'underline',
  'send seen',
  'IME safe',
] as const;
export type Trial = (typeof TRIALS)[number];

/** How a trial went: nothing to say, or what was seen instead. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly seen: string };

const QUESTION = '请问拍下以后多久能发货呀';
const BLAME = '你是不是搞错了';
const CONTACT = '亲，加我微信聊吧';
/** The underline of what is forbidden, as the stylesheets have it. */
const RED = [0xb4, 0x23, 0x18] as const;
const LINES = '核对地址';
const HANG_MS = 6_000;

const json = (value: unknown) => JSON.stringify(value);

/** Asks until the answer pleases or the patience ends, and gives the last answer. */
async function settled<T>(ask: () => Promise<T>, pleases: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + HANG_MS;
  for (;;) {
    const answer = await ask();
    if (pleases(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Editors join what is done within a second into one step of their undo; a person is slower than that. */
const breath = () => new Promise((resolve) => setTimeout(resolve, 1_100));

/** One editor in one browser, on a page of its own, with a question that replies fit. */
async function atWork(hands: Hands, editor: string) {
  const { panel, ask, press } = hands;
  await hands.open(editor);
  const box = () => ask<{ x: number; y: number; width: number; height: number }>('window.kit.rect()');
  const text = () => ask<string>('window.kit.text()');
  const until = (wanted: string) => settled(text, (now) => now === wanted);
  const sees = async (wanted: string): Promise<Outcome> => {
    const now = await until(wanted);
    return now === wanted ? { ok: true } : { ok: false, seen: json(now) };
  };
  /** The panel's word that it has done its part; what the editor then holds is looked at for itself. */
  const placed = () =>
    settled(
      () => panel.text(),
      (now) => /已填入|已替换|没有接收/.test(now),
    );
  const focus = async () => {
    const { x, y, height } = await box();
    await hands.click(x + 60, y + Math.min(height / 2, 20));
  };
  const clear = async () => {
    await focus();
    await press('Control+a');
    await press('Backspace');
    await until('');
  };
  const replies = async () =>
    (await panel.queryAll('.reply')).map(({ attributes }) => attributes.title ?? '');
  await ask(`window.kit.buyerSays(${json(QUESTION)})`);
  await panel.waitFor((shown) => shown.includes(`· ${QUESTION}`));
  await focus();
  return { text, until, sees, placed, focus, clear, replies, box };
}

/**
 * Puts one editor through every trial, with real keys and clicks on the built extension. A trial that is not reached
 * because one before it left the page unusable did not go well either.
 */
export async function tryEditor(hands: Hands, editor: string): Promise<Readonly<Record<Trial, Outcome>>> {
  const outcomes: Partial<Record<Trial, Outcome>> = {};
  let seen = 'not reached';
  try {
    await goThrough(hands, editor, (trial, outcome) => {
      if (outcomes[trial]?.ok !== false) outcomes[trial] = outcome;
    });
  } catch (error) {
    seen = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
  const entries = TRIALS.map((trial) => [trial, outcomes[trial] ?? { ok: false, seen }] as const);
  return Object.fromEntries(entries) as Record<Trial, Outcome>;
}

async function goThrough(
  hands: Hands,
  editor: string,
  first: (trial: Trial, outcome: Outcome) => void,
): Promise<void> {
  const { panel, press, type, ask } = hands;
  const { text, until, sees, placed, clear, replies, focus, box } = await atWork(hands, editor);

  const [one = '', two = ''] = await replies();
  await press('Alt+1');
  await placed();
  first('insert', await sees(one));
  await press('Control+z');
  first('undo', await sees(''));

  await clear();
  await type('abcdef');
  await until('abcdef');
  await breath();
  const at = await ask<{ x: number; y: number } | null>('window.kit.placeOf(3)');
  // A textarea tells no place of its words; there the arrow keys go to it.
  if (at) await hands.click(at.x, at.y);
  else for (let step = 0; step < 3; step++) await press('ArrowLeft');
  await press('Alt+2');
  await placed();
  first('mid-caret', await sees(`abc${two}def`));
  await press('Control+z');
  first('undo', await sees('abcdef'));

  await clear();
  await type('亲😀');
  await press('Shift+Enter');
  await type(BLAME);
  await until(`亲😀\n${BLAME}`);
  const found = await settled(() => panel.query('.find .fix'), Boolean);
  await breath();
  first('read', found ? { ok: true } : { ok: false, seen: 'nothing found in the second line' });
  if (found) {
    await press('Alt+Enter');
    await placed();
    first('read', await sees(`亲😀\n${found.text}`));
    await press('Control+z');
    first('undo', await sees(`亲😀\n${BLAME}`));
  }

  await clear();
  await panel.click('button[aria-label="搜话术"]');
  await panel.waitFor('input');
  await type(LINES);
  const lines = await settled(replies, (now) => now[0]?.includes('\n') ?? false);
  await press('1');
  await placed();
  first('multi-line', await sees(lines[0] ?? '?'));

  await clear();
  const before = inked(await hands.look(), await box(), RED);
  await type(CONTACT);
  await until(CONTACT);
  await panel.waitFor('.find.block');
  const red = await settled(
    async () => inked(await hands.look(), await box(), RED),
    (now) => now > before + 10,
  );
  first('underline', red > before + 10 ? { ok: true } : { ok: false, seen: `${red - before} red pixels` });

  const sent = () => ask<string[]>('window.kit.sent');
  await press('Enter');
  const held = await settled(
    () => panel.text(),
    (now) => now.includes('仍要发送'),
  );
  first('send seen', held.includes('仍要发送') ? { ok: true } : { ok: false, seen: 'not held' });
  first(
    'send seen',
    json([await sent(), await text()]) === json([[], CONTACT])
      ? { ok: true }
      : { ok: false, seen: json([await sent(), await text()]) },
  );
  await press('Alt+Shift+Enter');
  await panel.waitFor('fieldset');
  await press('1');
  await panel.waitFor((shown) => shown.includes('原因已记下'));
  await focus();
  await press('Enter');
  const went = await settled(sent, (now) => now.length > 0);
  first('send seen', json(went) === json([CONTACT]) ? { ok: true } : { ok: false, seen: json(went) });
  const after = await settled(
    () => panel.text(),
    (now) => !now.includes('仍要发送') && !now.includes('原因已记下'),
  );
  first('send seen', after.includes('原因已记下') ? { ok: false, seen: 'still waiting' } : { ok: true });

  // Last: what a test's input method leaves behind may swallow keys.
  // The same question was offered replies before: those go once our answer is seen.
  await settled(
    () => panel.query('.reply'),
    (one) => !one,
  );
  await ask(`window.kit.buyerSays(${json(QUESTION)})`);
  await panel.waitFor((shown) => shown.includes(`· ${QUESTION}`));
  const [again = ''] = await replies();
  await clear();
  await type('ab');
  await until('ab');
  await hands.ime.compose('ni');
  await panel.click('.reply');
  if (!hands.ime.endsByClick) await hands.ime.commit('你');
  await placed();
  first('IME safe', await sees(`ab${hands.ime.endsByClick ? 'ni' : '你'}${again}`));
}
