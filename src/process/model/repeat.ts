import { z } from 'zod';
import { feel, text } from './values.ts';

/** An activity that is done more than once: again and again, or once for each. */
export const repeatSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('loop'),
    while: feel.exactOptional(),
    before: z
      .literal(true)
      .exactOptional()
      .describe('the condition is asked before the first time'),
    most: z.int().min(-1_000_000).max(1_000_000).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('each'),
    sequential: z.literal(true).exactOptional(),
    count: feel.exactOptional().describe('how often'),
    of: feel.exactOptional().describe('a list: once for each item'),
    item: text.exactOptional().describe('name of the item in the data of one iteration'),
    collect: text.exactOptional().describe('name of the list of results'),
    value: feel.exactOptional().describe('what one iteration adds to that list'),
    until: feel.exactOptional().describe('true ends the rest'),
  }),
]);

export type Repeat = z.infer<typeof repeatSchema>;
