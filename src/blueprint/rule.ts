import { z } from 'zod';
import { expressionSchema } from './expression.ts';
import { list, nameSchema, nodeShape } from './node.ts';

/** A statement that must hold for a record whenever it is written. */
export const ruleSchema = z
  .strictObject({
    ...nodeShape,
    /** The sentence of the requirements. */
    statement: z.string(),
    on: list(z.enum(['create', 'update', 'delete'])),
    /** True: fine. False: the write is refused. Unknown: fine. On delete, fields are those of the record deleted. */
    expression: expressionSchema,
    /** What the caller is told. */
    message: z.string(),
    /** The fields to blame; empty: the record as a whole. */
    fields: list(nameSchema),
  })
  .readonly();
export type Rule = z.infer<typeof ruleSchema>;
