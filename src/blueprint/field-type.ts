import { z } from 'zod';
import { list, nodeIdSchema } from './node.ts';

const scalarKinds = [
  'string', // one line
  'text', // many lines
  'integer',
  'number', // IEEE double
  'boolean',
  'date',
  'datetime',
  'uuid',
  'email',
  'url',
  'phone',
  'json',
] as const;

/** One stored value of an enumeration and the user's words for it. */
export const enumValueSchema = z
  .strictObject({ value: z.string().min(1).max(100), label: z.string() })
  .readonly();
export type EnumValue = z.infer<typeof enumValueSchema>;

const itemTypes = [
  z.strictObject({ kind: z.enum(scalarKinds) }).readonly(),
  z
    .strictObject({
      kind: z.literal('decimal'),
      precision: z.int().min(1).max(38),
      scale: z.int().min(0).max(18),
    })
    .readonly(),
  /** An exact amount with two decimals (precision 15); the currency is an ISO 4217 code where it was stated. */
  z
    .strictObject({ kind: z.literal('money'), currency: z.string().length(3).exactOptional() })
    .readonly(),
  z.strictObject({ kind: z.literal('enum'), values: list(enumValueSchema) }).readonly(),
] as const;

const itemTypeSchema = z.union(itemTypes);

/** What a field holds. */
export const fieldTypeSchema = z.union([
  ...itemTypes,
  z.strictObject({ kind: z.literal('list'), items: itemTypeSchema }).readonly(),
  /**
   * A relation: `one` is a key (with `unique` on the field: one-to-one), `many` is many-to-many.
   * `onDelete` says what happens to this record when the other one is deleted.
   */
  z
    .strictObject({
      kind: z.literal('reference'),
      entity: nodeIdSchema,
      cardinality: z.enum(['one', 'many']),
      onDelete: z.enum(['restrict', 'cascade', 'clear']),
    })
    .readonly(),
]);
export type FieldType = z.infer<typeof fieldTypeSchema>;
/** A field type that can be an element of a list: neither a list nor a reference. */
export type ItemType = z.infer<typeof itemTypeSchema>;
