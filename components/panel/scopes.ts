import type { DismissScope, Level } from '../../core/event.ts';

/**
 * How far an agent alone may silence a finding of that level, the narrowest first. What is forbidden is silenced
 * in its draft at most: more than that is for those who keep the rules.
 */
export function scopesFor(level: Level): readonly DismissScope[] {
  return level === 'block' ? ['once', 'trainer'] : ['once', 'conversation', 'shop', 'trainer'];
}
