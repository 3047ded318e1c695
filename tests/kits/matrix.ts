import { chromiumHands, firefoxHands, type Hands } from './hands.ts';
import { EDITORS, type Kits, serveKits } from './serve.ts';
import { type Outcome, TRIALS, type Trial, tryEditor } from './trial.ts';

/** How one editor did in one browser. */
export interface Row {
  readonly editor: string;
  readonly browser: Hands['browser'];
  readonly outcomes: Readonly<Record<Trial, Outcome>>;
}

const BROWSERS = { Chromium: chromiumHands, Firefox: firefoxHands } as const;

/** Tries editors in a browser, one after the other; `told` hears of each. */
export async function tryAll(
  kits: Kits,
  browser: Hands['browser'],
  editors: readonly string[],
  told: (row: Row) => void = () => undefined,
): Promise<Row[]> {
  const hands = await BROWSERS[browser](kits);
  const rows: Row[] = [];
  try {
    for (const editor of editors) {
      const row = { editor, browser, outcomes: await tryEditor(hands, editor) };
      rows.push(row);
      told(row);
    }
    return rows;
  } finally {
    await hands.close();
  }
}

/** Every editor in both browsers, which work side by side. */
export async function wholeMatrix(told: (row: Row) => void): Promise<Row[]> {
  const kits = await serveKits();
  try {
    const both = await Promise.all([
      tryAll(kits, 'Chromium', EDITORS, told),
      tryAll(kits, 'Firefox', EDITORS, told),
    ]);
    return both.flat();
  } finally {
    await kits.close();
  }
}

/** What did not go as it should, a line each; nothing where all went well. */
export function troubles(rows: readonly Row[]): string[] {
  return rows.flatMap(({ editor, browser, outcomes }) =>
    TRIALS.flatMap((trial) => {
      const outcome = outcomes[trial];
      return outcome.ok ? [] : [`${editor}, ${browser}, ${trial}: ${outcome.seen}`];
    }),
  );
}

/** The table of adapters/README.md: in which browsers each trial went well, and under it what was seen instead. */
export function tableOf(rows: readonly Row[]): string {
  const browsers = Object.keys(BROWSERS);
  const cell = (editor: string, trial: Trial): string => {
    const good = rows.filter((row) => row.editor === editor && row.outcomes[trial].ok);
    if (good.length === 0) return 'no';
    return good.length === browsers.length ? 'both' : good.map(({ browser }) => browser).join();
  };
  const editors = [...new Set(rows.map(({ editor }) => editor))];
  const lines = [
    `| editor | ${TRIALS.join(' | ')} |`,
    `| --- |${' --- |'.repeat(TRIALS.length)}`,
    ...editors.map((editor) => `| ${editor} | ${TRIALS.map((trial) => cell(editor, trial)).join(' | ')} |`),
  ];
  const wrong = troubles(rows).map((line) => `- ${line}`);
  return [...lines, ...(wrong.length > 0 ? ['', 'Seen instead:', '', ...wrong] : [])].join('\n');
}
