import { z } from 'zod';
import { list, nameSchema, nodeIdSchema, nodeShape, sourceSchema } from './node.ts';

/** One acceptance criterion; `given`, `when` and `then` where it was written that way. */
export const criterionSchema = z
  .strictObject({
    text: z.string(),
    given: z.string().exactOptional(),
    when: z.string().exactOptional(),
    // oxlint-disable-next-line unicorn/no-thenable -- Gherkin's own word
    then: z.string().exactOptional(),
    sources: list(sourceSchema),
  })
  .readonly();
export type Criterion = z.infer<typeof criterionSchema>;

/** A user story or a numbered functional requirement. */
export const storySchema = z
  .strictObject({
    ...nodeShape,
    role: nameSchema.exactOptional(),
    goal: z.string(),
    benefit: z.string().exactOptional(),
    criteria: list(criterionSchema),
    /** Ids of the entities it is about. */
    entities: list(nodeIdSchema),
  })
  .readonly();
export type Story = z.infer<typeof storySchema>;
