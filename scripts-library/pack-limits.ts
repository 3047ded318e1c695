export const PACK_FORMAT = 'counterside-pack/1';

/** What a pack may hold at most (facts: reliability, import limits; phrases: what the engine is built for). */
export const PACK_LIMITS = {
  bytes: 2 * 1024 * 1024,
  depth: 16,
  scripts: 2000,
  rules: 5000,
  phrases: 50_000,
  /** With their alternatives spelled out. */
  spelled: 400_000,
  phrase: 200,
  body: 4000,
  examples: 200,
  example: 200,
  issues: 50,
} as const;
