import { z } from 'zod';
import { list, nameSchema, nodeIdSchema, nodeShape } from './node.ts';

/** One numbered step of a workflow. */
export const stepSchema = z
  .strictObject({ ...nodeShape, role: nameSchema.exactOptional(), entities: list(nodeIdSchema) })
  .readonly();
export type Step = z.infer<typeof stepSchema>;

/** A workflow, in the order in which it was written. */
export const processSchema = z
  .strictObject({ ...nodeShape, name: nameSchema, steps: list(stepSchema) })
  .readonly();
export type Process = z.infer<typeof processSchema>;
