import rules from 'virtual:seeds/base-rules';
import { expect, it } from 'vitest';
import { loadRules, screen } from './scan.ts';

const engine = loadRules(rules);
const about = { by: 'agent', platform: 'feige' } as const;
/** A loaded machine takes a fraction of this; what grows with the cube of the length takes minutes. */
const HANG_MS = 20_000;

it.each(['y', 'wx', '微', '哈', '\u200b', '😀', '底', '1', ' '])(
  'reads thousands of %j, and what is forbidden after them',
  (many) => {
    expect(screen(engine, many.repeat(4_000), about).length).toBeLessThan(5_000);
    const tail = `${many.repeat(2_000)}。亲，加我微信聊吧`;
    expect(screen(engine, tail, about).map(({ end }) => tail.length - end)).toContain(2);
  },
  HANG_MS,
);
