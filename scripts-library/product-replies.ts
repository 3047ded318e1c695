import type { Product } from './pack-sections.ts';
import type { Script } from './script.ts';
import { fillSlots } from './slots.ts';
import type { SlotValues, Suggestion } from './suggest/suggestion.ts';

/**
 * What a team has written of one product, as replies for an agent who looks it up: its linked scripts, then the
 * answers to common questions and the help for known faults. Dates and consoles of scripts are the caller's to heed.
 */
export function productReplies(
  product: Product,
  scripts: readonly Script[],
  values: SlotValues,
): Suggestion[] {
  const reply = (script: string, title: string, body: string, holding = false): Suggestion => ({
    ...{ script, title, holding, score: 0, why: product.title },
    ...fillSlots(body, values),
  });
  const linked = (product.scripts ?? []).flatMap((id) => scripts.find((one) => one.id === id) ?? []);
  return [
    ...linked.map(({ id, title, body, holding }) => reply(id, title, body, holding)),
    ...(product.questions ?? []).map(({ ask, answer }, n) => reply(`${product.id}.q${n + 1}`, ask, answer)),
    ...(product.faults ?? []).map(({ sign, help }, n) => reply(`${product.id}.f${n + 1}`, sign, help)),
  ];
}
