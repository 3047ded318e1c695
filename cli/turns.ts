import { z } from 'zod';

/** The messages of a conversation as the doors take them; who wrote one may be unknown. */
export const conversation = z.array(
  z.object({
    by: z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']).default('unknown'),
    text: z.string(),
  }),
);
