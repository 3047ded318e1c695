/** Pointer moves shorter than this are a click, not a drag. Pixels. */
const SLACK = 3;

/**
 * Follows one pointer from its press until it is let go or taken away. `moved` gets the way gone so far,
 * `released` the whole way, or null if the pointer never really moved or was taken away.
 */
export function follow(
  press: PointerEvent,
  moved: (dx: number, dy: number) => void,
  released: (way: { readonly dx: number; readonly dy: number } | null, event: Event) => void,
): void {
  const target = press.currentTarget as HTMLElement;
  target.setPointerCapture(press.pointerId);
  target.onpointermove = (event) => moved(event.clientX - press.clientX, event.clientY - press.clientY);
  target.onpointerup = target.onpointercancel = (event) => {
    target.onpointermove = target.onpointerup = target.onpointercancel = null;
    const dx = event.clientX - press.clientX;
    const dy = event.clientY - press.clientY;
    released(event.type === 'pointerup' && Math.hypot(dx, dy) > SLACK ? { dx, dy } : null, event);
  };
}
