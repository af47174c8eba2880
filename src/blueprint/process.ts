import { z } from 'zod';
import { expressionSchema } from './expression.ts';
import { list, nameSchema, nodeIdSchema, nodeShape } from './node.ts';

/** A condition in the user's words, with what it says of a record where that was understood. */
export const stepConditionSchema = z
  .strictObject({
    text: z.string(),
    /** The entity whose record the expression is about. */
    entity: nodeIdSchema.exactOptional(),
    expression: expressionSchema.exactOptional(),
  })
  .readonly();
export type StepCondition = z.infer<typeof stepConditionSchema>;

/** One numbered step of a workflow. */
export const stepSchema = z
  .strictObject({
    ...nodeShape,
    role: nameSchema.exactOptional(),
    entities: list(nodeIdSchema),
    /** What is done, where the label says more: without its condition. */
    does: z.string().exactOptional(),
    /** Who does it, in the user's words, where that is no role: `Reception`. */
    actor: z.string().exactOptional(),
    /** The system does it by itself. */
    automatic: z.literal(true).exactOptional(),
    /** It is done only if this holds. */
    condition: stepConditionSchema.exactOptional(),
    /** It is done where the condition of the step before does not hold. */
    otherwise: z.literal(true).exactOptional(),
    /** It is done at the same time as the step before. */
    beside: z.literal(true).exactOptional(),
    /** It waits for so long: an ISO 8601 duration. */
    waits: z.string().exactOptional(),
    /** States that it leads records to; of several of one entity, one is chosen. */
    states: list(
      z.strictObject({ entity: nodeIdSchema, state: z.string() }).readonly(),
    ).exactOptional(),
    /** The step that follows it, where that is not the next one: an id. */
    next: nodeIdSchema.exactOptional(),
    /** Nothing is done but to go on with `next`. */
    onlyGoes: z.literal(true).exactOptional(),
  })
  .readonly();
export type Step = z.infer<typeof stepSchema>;

/** A workflow, in the order in which it was written. */
export const processSchema = z
  .strictObject({ ...nodeShape, name: nameSchema, steps: list(stepSchema) })
  .readonly();
export type Process = z.infer<typeof processSchema>;
