import { z } from 'zod';
import { fieldTypeSchema } from './field-type.ts';
import { nameSchema, nodeShape } from './node.ts';

/** A limit on a number (exact decimal text) or a date (ISO 8601 text). */
export const boundSchema = z.strictObject({ value: z.string(), exclusive: z.boolean() }).readonly();
export type Bound = z.infer<typeof boundSchema>;

/** The value of a field that was not given on create. */
export const defaultValueSchema = z.union([
  /** A JSON value of the field's type; decimals as text. */
  z
    .strictObject({
      kind: z.literal('value'),
      value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]),
    })
    .readonly(),
  z.strictObject({ kind: z.enum(['now', 'today']) }).readonly(),
]);
export type DefaultValue = z.infer<typeof defaultValueSchema>;

/** One property of an entity. `id`, `createdAt` and `updatedAt` are given to every entity and are not fields. */
export const fieldSchema = z
  .strictObject({
    ...nodeShape,
    /** Unique in its entity. A reference is named after its role (`customer`; its JSON name is `customerId`). */
    name: nameSchema,
    type: fieldTypeSchema,
    required: z.boolean(),
    /** Unique within a tenant. */
    unique: z.boolean(),
    /** Set by the service, refused in requests. */
    readOnly: z.boolean(),
    /** Accepted in requests, never answered. */
    secret: z.boolean(),
    default: defaultValueSchema.exactOptional(),
    min: boundSchema.exactOptional(),
    max: boundSchema.exactOptional(),
    minLength: z.int().min(0).exactOptional(),
    maxLength: z.int().min(1).exactOptional(),
    /** A regular expression in the subset that JSON Schema recommends; the whole value must match. */
    pattern: z.string().max(500).exactOptional(),
    /** The name that the field had before, where the requirements say so: its values go with it. */
    formerly: nameSchema.exactOptional(),
    /** In an account entity: this field shows the account's e-mail address or role and is read-only. */
    account: z.enum(['email', 'role']).exactOptional(),
  })
  .readonly();
export type Field = z.infer<typeof fieldSchema>;
