/**
 * The send gate's hands: it stops a person's whole gesture, from the first key or button down to the click,
 * on the window's capture phase. It decides nothing and sends nothing. Until it is armed, and whenever it is
 * disarmed, every event passes (fails open). It is installed at `document_start`, before the page's own
 * handlers can be.
 */
const KEYS = ['keydown', 'keypress', 'keyup'] as const;
const POINTER = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
  'dblclick',
] as const;
const BEGINNINGS = new Set(['keydown', 'pointerdown', 'mousedown', 'touchstart', 'click']);

/** Whether the gesture that this event begins must be held. Asked once a gesture. */
export type Judge = (event: Event) => boolean;

export interface Gate {
  arm(judge: Judge): void;
  disarm(): void;
}

type Gesture = { readonly family: 'key' | 'pointer'; readonly held: boolean; readonly startedAt: number };

/** A pointer gesture that never ends in a click is forgotten after this long. */
const FORGET_AFTER_MS = 1_500;

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Listens on `target` until the signal says stop. Untrusted events are none of its business. */
export function installGate(target: Window, { signal }: { signal: AbortSignal }): Gate {
  let judge: Judge | null = null;
  let gesture: Gesture | null = null;

  const judged = (event: Event, family: Gesture['family']): Gesture => ({
    family,
    held: judge?.(event) ?? false,
    startedAt: event.timeStamp,
  });

  const onKey = (event: Event) => {
    if (!event.isTrusted) return;
    if (event.type === 'keydown') gesture = judged(event, 'key');
    if (gesture?.family === 'key' && gesture.held) stop(event);
    if (event.type === 'keyup') gesture = null;
  };

  const onPointer = (event: Event) => {
    if (!event.isTrusted) return;
    const running = gesture?.family === 'pointer' && event.timeStamp - gesture.startedAt < FORGET_AFTER_MS;
    const begins = BEGINNINGS.has(event.type) && (!running || event.type === 'pointerdown');
    if (begins) gesture = judged(event, 'pointer');
    if (gesture?.family === 'pointer' && gesture.held) stop(event);
    if (event.type === 'click') gesture = null;
  };

  // Not passive: a held touch must be stoppable.
  const options = { capture: true, passive: false, signal };
  for (const type of KEYS) target.addEventListener(type, onKey, options);
  for (const type of POINTER) target.addEventListener(type, onPointer, options);

  return {
    arm: (next) => {
      judge = next;
    },
    disarm: () => {
      judge = null;
      gesture = null;
    },
  };
}
