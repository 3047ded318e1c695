/** Pointer moves shorter than this are a click, not a drag. Pixels. */
const SLACK = 3;

/**
 * Follows one pointer from its press until it is let go. `moved` gets the way gone so far, `released` the whole
 * way, or null if the pointer never really moved or was taken away.
 */
export function follow(
  press: PointerEvent,
  moved: (dx: number, dy: number) => void,
  released: (way: { readonly dx: number; readonly dy: number } | null, event: Event) => void,
): void {
  const target = press.currentTarget;
  if (!(target instanceof HTMLElement) || press.button !== 0) return;
  target.setPointerCapture(press.pointerId);
  const until = new AbortController();
  const way = (event: PointerEvent) => ({
    dx: event.clientX - press.clientX,
    dy: event.clientY - press.clientY,
  });
  const listen = (type: string, heard: (event: PointerEvent) => void) =>
    target.addEventListener(type, (event) => heard(event as PointerEvent), { signal: until.signal });
  listen('pointermove', (event) => moved(way(event).dx, way(event).dy));
  listen('pointerup', (event) => {
    until.abort();
    const { dx, dy } = way(event);
    released(Math.hypot(dx, dy) > SLACK ? { dx, dy } : null, event);
  });
  listen('pointercancel', (event) => {
    until.abort();
    released(null, event);
  });
}
