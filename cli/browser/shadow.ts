import type { Page } from 'playwright-core';
import { type Panel, panelBehind } from './panel.ts';

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string };
}

const FIND = `[...document.documentElement.children].map((one) => chrome.dom.openOrClosedShadowRoot(one)).find(Boolean)`;

/**
 * Our panel on a Chromium page. Runs in the extension's isolated world, the only one that may open a closed
 * shadow root; survives navigations of the page.
 */
export async function panel(page: Page): Promise<Panel> {
  const cdp = await page.context().newCDPSession(page);
  const contexts = new Map<number, Context>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => contexts.set(context.id, context as Context));
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
    contexts.delete(executionContextId),
  );
  cdp.on('Runtime.executionContextsCleared', () => contexts.clear());
  await cdp.send('Runtime.enable');

  const ours = async (): Promise<Context | undefined> => {
    const { frameTree } = await cdp.send('Page.getFrameTree');
    return [...contexts.values()].findLast(
      ({ origin, auxData }) =>
        origin.startsWith('chrome-extension://') && auxData?.frameId === frameTree.frame.id,
    );
  };

  return panelBehind({
    async run(source, argument) {
      const context = await ours();
      if (!context) return null;
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        contextId: context.id,
        expression: `(async () => { const root = ${FIND}; return root ? (${source})(root, ${JSON.stringify(argument)}) : null })()`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value ?? null;
    },
    click: (x, y) => page.mouse.click(x, y),
  });
}

interface DomNode {
  readonly nodeName: string;
  readonly nodeId: number;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/**
 * Our panel on a Chromium page whose extension was updated or removed under it: the script's world has lost its names
 * by then, so the debugger opens the root. `run` works in the page's world.
 */
export async function panelLeftBehind(page: Page): Promise<Panel> {
  const cdp = await page.context().newCDPSession(page);
  return panelBehind({
    async run(source, argument) {
      const { root } = (await cdp.send('DOM.getDocument', { depth: 2, pierce: true })) as { root: DomNode };
      const html = root.children?.find(({ nodeName }) => nodeName === 'HTML');
      const shadow = html?.children?.flatMap(({ shadowRoots = [] }) => shadowRoots)[0];
      if (!shadow) return null;
      const { object } = await cdp.send('DOM.resolveNode', { nodeId: shadow.nodeId });
      const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
        objectId: object.objectId ?? '',
        functionDeclaration: `async function () { return (${source})(this, ${JSON.stringify(argument)}) }`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value ?? null;
    },
    click: (x, y) => page.mouse.click(x, y),
  });
}
