/** Everything about a textarea's look that decides where its words stand. */
const COPIED = [
  'box-sizing',
  'border-top-width',
  'border-right-width',
  'border-bottom-width',
  'border-left-width',
  'padding-top',
  'padding-right',
  'padding-bottom',
  'padding-left',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant',
  'font-stretch',
  'font-feature-settings',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'text-align',
  'text-transform',
  'tab-size',
  'direction',
  'word-break',
  'overflow-wrap',
  'line-break',
] as const;

/** A place to underline, half-open in UTF-16 units of the field's text. */
export interface Underline {
  readonly start: number;
  readonly end: number;
  readonly level: 'hint' | 'warn' | 'block';
}

export interface Overlay {
  /** Draws underlines over the field; false if it can't be done truthfully (then the panel's list must do). */
  draw(field: HTMLTextAreaElement, underlines: readonly Underline[]): boolean;
  clear(): void;
}

function fill(mirror: HTMLElement, text: string, underlines: readonly Underline[]): void {
  const page = mirror.ownerDocument;
  const parts: Node[] = [];
  let from = 0;
  for (const { start, end, level } of underlines) {
    if (start < from) continue; // overlapping findings: the first one is drawn, the panel lists both
    parts.push(page.createTextNode(text.slice(from, start)));
    const mark = page.createElement('span');
    mark.className = `mark ${level}`;
    mark.textContent = text.slice(start, end);
    parts.push(mark);
    from = end;
  }
  // A trailing newline needs something after it to make a line box.
  parts.push(page.createTextNode(`${text.slice(from)}\u200b`));
  mirror.replaceChildren(...parts);
}

/**
 * Underlines in a textarea, drawn by a mirror in our own closed shadow root: the same box, font and wrapping,
 * transparent words, so that nothing of the host changes. It follows scroll, resize, zoom and moving layouts,
 * and hides when its wrapping differs from the field's by more than a pixel.
 */
export function createOverlay(layer: HTMLElement, { signal }: { signal: AbortSignal }): Overlay {
  const page = layer.ownerDocument;
  const view = page.defaultView as Window & typeof globalThis;
  const box = page.createElement('div');
  box.className = 'field';
  const mirror = page.createElement('div');
  mirror.className = 'mirror';
  box.append(mirror);
  layer.append(box);

  let field: HTMLTextAreaElement | null = null;
  let following: AbortController | null = null;

  const place = (): boolean => {
    if (!field?.isConnected) return false;
    const rect = field.getBoundingClientRect();
    const style = view.getComputedStyle(field);
    for (const name of COPIED) mirror.style.setProperty(name, style.getPropertyValue(name));
    mirror.style.borderStyle = 'solid';
    mirror.style.borderColor = 'transparent';
    // The field's own scale (zoomed or transformed ancestors) against its layout box.
    const scale = field.offsetWidth ? rect.width / field.offsetWidth : 1;
    const scrollbar =
      field.offsetWidth -
      field.clientWidth -
      parseFloat(style.borderLeftWidth) -
      parseFloat(style.borderRightWidth);
    box.style.cssText = `left:${rect.left}px;top:${rect.top}px;width:${field.offsetWidth}px;height:${field.offsetHeight}px;transform:scale(${scale})`;
    mirror.style.width = `${field.offsetWidth - Math.max(0, scrollbar)}px`;
    mirror.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
    const borders = parseFloat(style.borderTopWidth) + parseFloat(style.borderBottomWidth);
    const wanted = Math.max(field.scrollHeight, field.clientHeight);
    const off = Math.abs(Math.max(mirror.scrollHeight, field.clientHeight) - wanted);
    const truthful = off <= 1 + borders;
    box.hidden = !truthful;
    return truthful;
  };

  const follow = (next: HTMLTextAreaElement) => {
    following?.abort();
    field = next;
    following = new AbortController();
    const until = AbortSignal.any([signal, following.signal]);
    const again = () => void place();
    next.addEventListener('scroll', again, { passive: true, signal: until });
    view.addEventListener('scroll', again, { capture: true, passive: true, signal: until });
    view.addEventListener('resize', again, { signal: until });
    page.fonts?.addEventListener('loadingdone', again, { signal: until });
    const sizes = new view.ResizeObserver(again);
    sizes.observe(next);
    sizes.observe(page.documentElement);
    until.addEventListener('abort', () => sizes.disconnect());
  };

  const clear = () => {
    if (!field) return;
    following?.abort();
    following = null;
    field = null;
    mirror.replaceChildren();
    box.hidden = true;
  };

  return {
    clear,
    draw: (next, underlines) => {
      if (underlines.length === 0) {
        clear();
        return true;
      }
      if (next !== field) follow(next);
      fill(
        mirror,
        next.value,
        [...underlines].sort((a, b) => a.start - b.start),
      );
      return place();
    },
  };
}
