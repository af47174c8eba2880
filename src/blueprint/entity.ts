import { z } from 'zod';
import { fieldSchema } from './field.ts';
import { lifecycleSchema } from './lifecycle.ts';
import { list, nameSchema, nodeShape } from './node.ts';
import { ruleSchema } from './rule.ts';

/** A combination of fields that is unique within a tenant. */
export const keySchema = z.strictObject({ ...nodeShape, fields: list(nameSchema) }).readonly();
export type Key = z.infer<typeof keySchema>;

/** A kind of record that the service keeps. Its id is its name. */
export const entitySchema = z
  .strictObject({
    ...nodeShape,
    /** Singular, such as `order-item`. */
    name: nameSchema,
    /** Such as `order-items`: the path segment of its resource. */
    plural: nameSchema,
    description: z.string(),
    /** True for the one entity whose records are the people who log in. */
    account: z.boolean(),
    fields: list(fieldSchema),
    keys: list(keySchema),
    lifecycle: lifecycleSchema.exactOptional(),
    rules: list(ruleSchema),
  })
  .readonly();
export type Entity = z.infer<typeof entitySchema>;
