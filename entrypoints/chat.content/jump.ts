/** Wall and monotonic time may drift apart by this much before we call it a jump (sleep, clock set by hand). */
const JUMP_MS = 2_000;

/** Tells each jump of the wall clock once: by how many milliseconds it moved since the last look, else null. */
export function createJumpDetector(clock: { now(): number; mono(): number }): () => number | null {
  let offset = clock.now() - clock.mono();
  return () => {
    const moved = Math.round(clock.now() - clock.mono() - offset);
    if (Math.abs(moved) < JUMP_MS) return null;
    offset += moved;
    return moved;
  };
}
