import { z } from 'zod';
import { nodeIdSchema, nodeShape } from './node.ts';

/** A fact that the service publishes after a write. */
export const eventSchema = z
  .strictObject({
    ...nodeShape,
    /** The CloudEvents type without its prefix, such as `task.created` or `task.submitted`. */
    name: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    entity: nodeIdSchema,
    on: z.enum(['created', 'updated', 'deleted', 'transitioned']),
    /** With `transitioned`: the name of the transition. */
    transition: z.string().exactOptional(),
  })
  .readonly();
export type Event = z.infer<typeof eventSchema>;
