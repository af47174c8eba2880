import { z } from 'zod';
import { feel, id, text } from './values.ts';

const shape = {
  id,
  message: text.exactOptional().describe('what is said when the guard holds something back'),
  otherwise: id
    .exactOptional()
    .describe('node of the same process that is done instead; without it the step is held back'),
};

/**
 * What must hold whenever a step is taken, whoever proposed it. Temporal guards look at the history of the
 * instance: which nodes were completed, in which order.
 */
export const guardSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ ...shape, kind: z.literal('before'), first: id, second: id })
    .describe('`second` only after `first` was completed'),
  z
    .strictObject({ ...shape, kind: z.literal('each-before'), first: id, second: id })
    .describe('each `second` needs a `first` of its own'),
  z
    .strictObject({
      ...shape,
      kind: z.literal('at-most'),
      node: id,
      times: z.int().min(0).max(1000),
    })
    .describe('not more often than that'),
  z
    .strictObject({ ...shape, kind: z.literal('not-both'), one: id, other: id })
    .describe('never both in one instance'),
  z
    .strictObject({ ...shape, kind: z.literal('requires'), node: id, condition: feel })
    .describe('only while the condition holds'),
]);

export type Guard = z.infer<typeof guardSchema>;
