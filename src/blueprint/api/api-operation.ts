import { z } from 'zod';
import { nameSchema, nodeShape } from '../node.ts';
import { keepingSchema } from './collection.ts';
import { apiMethods } from './open-api-parts.ts';

/**
 * An operation of a contract that the requirements give; `label` is its summary. What it takes and answers
 * stands in the document of the service, under its path and method.
 */
export const apiOperationSchema = z
  .strictObject({
    ...nodeShape,
    /** Unique in the service, ignoring case. */
    name: nameSchema,
    /** What it is filed under: its first tag, else the first word of its path. */
    group: nameSchema,
    method: z.enum(apiMethods),
    /** As in `paths` of the document. */
    path: z.string(),
    /** What it does with records that are kept; absent where only its author can say what it does. */
    keeps: keepingSchema.exactOptional(),
  })
  .readonly();
export type ApiOperation = z.infer<typeof apiOperationSchema>;
