import { z } from 'zod';
import type { LaunchedFirefox } from './firefox.ts';

const tree = z.object({ result: z.object({ contexts: z.array(z.object({ context: z.string() })).min(1) }) });

/** Composes with Firefox's own text input processor, in the browser's window around the page. */
const TIP = `(() => {
  const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  tip.beginInputTransactionForTests(window);
  return tip;
})()`;

/**
 * An input method in Firefox: `compose` shows a text that is not there yet, `commit` ends it with another. `focus` gives
 * the page the keyboard, which a test's browser may have left to the address bar: editors heed no selection without it.
 */
export async function firefoxInputMethod({ browser }: LaunchedFirefox): Promise<{
  focus(): Promise<void>;
  compose(text: string): Promise<void>;
  commit(text: string): Promise<void>;
}> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  const { contexts } = tree.parse(
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }),
  ).result;
  const [{ context } = { context: '' }] = contexts;
  const run = async (expression: string): Promise<void> => {
    const said = (await connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: false,
    })) as { result: { type: string; exceptionDetails?: { text: string } } };
    if (said.result.type !== 'success')
      throw new Error(said.result.exceptionDetails?.text ?? 'no input method');
  };
  await run(`window.countersideTip = ${TIP}; 0`);
  const focus = () => run('gBrowser.selectedBrowser.focus(); 0');
  return {
    focus,
    compose: async (text) => {
      await focus();
      await run(`{
        const tip = window.countersideTip;
        tip.setPendingCompositionString(${JSON.stringify(text)});
        tip.appendClauseToPendingComposition(${text.length}, tip.ATTR_RAW_CLAUSE);
        tip.setCaretInPendingComposition(${text.length});
        tip.flushPendingComposition();
      } 0`);
    },
    commit: (text) => run(`window.countersideTip.commitCompositionWith(${JSON.stringify(text)}); 0`),
  };
}
