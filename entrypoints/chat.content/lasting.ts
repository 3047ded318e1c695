interface Kept {
  readonly signal: AbortSignal | undefined;
  again(): void;
}

/**
 * `document.open()` takes every listener off the window and the document, ours too, and the page goes on with what it
 * writes then: a send would pass unseen. In this world alone, what is added to either is kept and added again once the
 * document has another root; a listener that is still there is not added twice.
 */
export function keepListening(page: Document, view: Window): void {
  let kept: Kept[] = [];
  const add = EventTarget.prototype.addEventListener;
  for (const target of [view, page]) {
    const value: typeof add = (type, listener, options) => {
      const again = () => add.call(target, type, listener, options);
      again();
      const { once, signal } = typeof options === 'object' ? options : {};
      if (!once) kept = [...kept.filter((one) => !one.signal?.aborted), { again, signal }];
    };
    Object.defineProperty(target, 'addEventListener', { configurable: true, value });
  }
  new MutationObserver(() => {
    for (const { again } of kept) again();
  }).observe(page, { childList: true });
}
