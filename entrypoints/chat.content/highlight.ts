import type { Composer } from '../../adapters/sighting.ts';
import type { Underline } from './overlay.ts';

const LEVELS = ['hint', 'warn', 'block'] as const;
/** As `underlines.css` names them; the page's document must hold that stylesheet. */
const nameOf = (level: Underline['level']) => `counterside-${level}`;

export interface Highlights {
  /** Underlines in an editor that takes no other marks; false where the browser can't (then the list must do). */
  draw(composer: Composer, underlines: readonly Underline[]): boolean;
  clear(): void;
}

/**
 * Underlines in contenteditable editors by the CSS Custom Highlight API: nothing of the host's DOM changes. Editors
 * that replace their text nodes on each key lose a range, so ranges are made anew after every mutation. `edited` is
 * called when the text is another than the one underlined: a console may write into its editor without any event.
 */
export function createHighlights(edited: () => void, { signal }: { signal: AbortSignal }): Highlights {
  let drawn: { readonly composer: Composer; readonly underlines: readonly Underline[]; text: string } | null =
    null;

  const place = () => {
    if (!drawn) return;
    const { composer, underlines } = drawn;
    const { highlights, Highlight } = scopeOf(composer);
    for (const [priority, level] of LEVELS.entries()) {
      const ranges = underlines
        .filter((one) => one.level === level)
        .flatMap(({ start, end }) => composer.range(start, end) ?? []);
      if (ranges.length === 0) {
        highlights.delete(nameOf(level));
        continue;
      }
      const highlight = new Highlight(...ranges);
      highlight.priority = priority;
      highlights.set(nameOf(level), highlight);
    }
  };

  const observer = new MutationObserver(() => {
    if (drawn && drawn.composer.read() === drawn.text) place();
    else edited();
  });
  signal.addEventListener('abort', () => observer.disconnect());

  const forget = () => {
    if (!drawn) return;
    const { highlights } = scopeOf(drawn.composer);
    for (const level of LEVELS) highlights.delete(nameOf(level));
  };

  return {
    clear: () => {
      forget();
      drawn = null;
      observer.disconnect();
    },
    draw: (composer, underlines) => {
      if (!scopeOf(composer).highlights) return false;
      if (drawn?.composer.element !== composer.element) {
        forget();
        observer.disconnect();
        observer.observe(composer.element, { childList: true, characterData: true, subtree: true });
      }
      drawn = { composer, underlines, text: composer.read() };
      place();
      return true;
    },
  };
}

/** The registry of the editor's own window, which may be a frame's. */
function scopeOf({ element }: Composer): { highlights: HighlightRegistry; Highlight: typeof Highlight } {
  const view = (element.ownerDocument.defaultView ?? window) as Window & typeof globalThis;
  return { highlights: view.CSS.highlights, Highlight: view.Highlight };
}
