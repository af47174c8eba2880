import { z } from 'zod';
import { expressionSchema } from './expression.ts';
import { list, nameSchema, nodeShape } from './node.ts';

/** A state is a value of the lifecycle's enum field. */
export const stateSchema = z.strictObject({ ...nodeShape, value: z.string() }).readonly();
export type State = z.infer<typeof stateSchema>;

/** An allowed step between states. */
export const transitionSchema = z
  .strictObject({
    ...nodeShape,
    /** A verb, unique in the lifecycle, such as `submit`. */
    name: nameSchema,
    from: list(z.string()),
    to: z.string(),
    /** Names of the roles that may take it; empty: every role that may update. */
    roles: list(nameSchema),
    /** Must hold for the record as it will be written. */
    guard: expressionSchema.exactOptional(),
  })
  .readonly();
export type Transition = z.infer<typeof transitionSchema>;

/** The states of an entity and the steps between them. Every other step is refused. */
export const lifecycleSchema = z
  .strictObject({
    ...nodeShape,
    /** Name of the enum field that holds the state. */
    field: nameSchema,
    initial: z.string(),
    states: list(stateSchema),
    transitions: list(transitionSchema),
  })
  .readonly();
export type Lifecycle = z.infer<typeof lifecycleSchema>;
