import { seeded } from './random.ts';
import type { Buyer, Content } from './story.ts';
import type { World } from './world.ts';

/** The words of a message, or nothing for a picture or a card. */
const words = (content: Content): string => ('text' in content ? content.text : '');

/** The first answer not used yet that the agent's words call for; else the first that answers anything. */
export function answerTo(text: string, answers: Buyer['answers'], used: ReadonlySet<number>): number | null {
  const free = [...answers.keys()].filter((index) => !used.has(index));
  const called = free.find((index) => answers[index]?.when.some((word) => text.includes(word)));
  return called ?? free.find((index) => answers[index]?.when.length === 0) ?? null;
}

/**
 * Lets the story's buyers write and answer. `speed` 2 plays twice as fast; delays are in the story's own
 * milliseconds and the random ones come from its seed.
 */
export function play(world: World, { speed, signal }: { speed: number; signal: AbortSignal }): void {
  const random = seeded(world.story.seed);
  const timers = new Set<NodeJS.Timeout>();
  const later = (delay: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, delay / speed);
    timers.add(timer);
  };
  signal.addEventListener('abort', () => timers.forEach(clearTimeout), { once: true });
  const buyers = new Map(world.story.buyers.map((buyer) => [buyer.uid, { buyer, used: new Set<number>() }]));

  for (const { uid, writes } of world.story.buyers)
    for (const { after, by, say, variant } of writes)
      later(after, () => world.say(uid, { by, content: say, variant }, Date.now()));

  world.watch(
    (change) => {
      if (change.kind !== 'said' || change.message.by !== 'agent') return;
      const known = buyers.get(change.uid);
      if (!known) return;
      const index = answerTo(words(change.message.content), known.buyer.answers, known.used);
      const answer = index === null ? undefined : known.buyer.answers[index];
      if (index === null || !answer) return;
      known.used.add(index);
      let delay = 0;
      for (const content of answer.say) {
        const [least, most] = answer.within;
        delay += least + random() * (most - least);
        later(delay, () => world.say(change.uid, { by: 'buyer', content }, Date.now()));
      }
    },
    { signal },
  );
}
