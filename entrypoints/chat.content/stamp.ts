import type { DeskAct, Place } from '../../core/event.ts';

/** Wall and monotonic time may drift apart by this much before we call it a jump (sleep, clock set by hand). */
const JUMP_MS = 2_000;

/** The mark that every fact of this page life carries. */
export interface Stamp {
  readonly id: string;
  readonly at: number;
  readonly mono: number;
  readonly bootId: string;
  readonly place: Place;
}

export interface Stamper {
  /** Marks an act that happens now. */
  stamp(place: Place): Stamp;
  /** The jump since the last look, or null: told once. */
  jump(): Extract<DeskAct, { kind: 'clock-jumped' }> | null;
}

/** 64 random bits as hex: enough that no two page lives meet. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((n) => n.toString(16).padStart(8, '0')).join('');
}

/** Sender-made ids and both clocks of one page life. */
export function createStamper(clock: { now(): number; mono(): number }): Stamper {
  const bootId = randomId();
  const sender = randomId();
  let count = 0;
  let offset = clock.now() - clock.mono();
  return {
    stamp: (place) => ({
      id: `${sender}-${(count++).toString(36)}`,
      at: clock.now(),
      mono: clock.mono(),
      bootId,
      place,
    }),
    jump: () => {
      const moved = Math.round(clock.now() - clock.mono() - offset);
      if (Math.abs(moved) < JUMP_MS) return null;
      offset += moved;
      return { kind: 'clock-jumped', byMs: moved };
    },
  };
}
