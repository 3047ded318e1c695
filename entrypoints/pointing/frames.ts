import { rectOf } from '../../adapters/detect/tree.ts';

/** An element of the page to draw a frame around, and what the frame says. */
export interface Framed {
  readonly element: Element;
  readonly kind: 'aim' | 'buyer' | 'own' | 'box';
}

/** Draws frames over elements of the page, which stays untouched; they follow it while it scrolls or changes. */
export function createFrames(
  layer: HTMLElement,
  { signal }: { signal: AbortSignal },
): { show(framed: readonly Framed[]): void } {
  let shown: readonly (Framed & { readonly frame: HTMLElement })[] = [];
  const place = () => {
    for (const { element, frame } of shown) {
      const { left, top, width, height } = rectOf(element);
      frame.style.cssText = `left:${left - 2}px;top:${top - 2}px;width:${width + 4}px;height:${height + 4}px`;
    }
  };
  const follow = () => {
    if (signal.aborted) return;
    if (shown.length > 0) place();
    requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);
  return {
    show(framed) {
      for (const { frame } of shown) frame.remove();
      shown = framed.map((one) => {
        const frame = layer.ownerDocument.createElement('div');
        frame.className = `frame ${one.kind}`;
        layer.append(frame);
        return { ...one, frame };
      });
      place();
    },
  };
}
