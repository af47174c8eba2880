import { z } from 'zod';

/**
 * Children as they stood: the key of one that is made from the model, all of those from one to another, or
 * XML that the model does not know.
 */
const kept = z.union([
  z.string().max(1000),
  z.strictObject({ from: z.string(), to: z.string() }),
  z.strictObject({ xml: z.string() }),
]);
export type Kept = z.infer<typeof kept>;

/** What an element of the document has beside what is made from the model. */
export const residueSchema = z.strictObject({
  as: z.string().exactOptional().describe('the name as written, where the prefix differs'),
  set: z
    .record(z.string(), z.union([z.string(), z.tuple([z.string(), z.string()])]))
    .exactOptional()
    .describe('attributes: a value, or what we write and what stood there'),
  drop: z
    .array(z.string())
    .exactOptional()
    .describe('attributes that we write and that were not there'),
  without: z
    .array(z.string())
    .exactOptional()
    .describe('children that we write and that were not there'),
  order: z.array(kept).exactOptional().describe('all children in their order'),
  get in(): z.ZodExactOptional<z.ZodRecord<z.ZodString, typeof residueSchema>> {
    return z.record(z.string(), residueSchema).exactOptional();
  },
});
export type Residue = z.infer<typeof residueSchema>;

/**
 * What a BPMN document holds and the model does not: reading and writing a document gives the same document,
 * and what was changed in the model is changed in it.
 */
export const sideCarSchema = z.strictObject({
  prefixes: z.record(z.string(), z.string()).describe('namespace → prefix'),
  before: z.string().exactOptional(),
  after: z.string().exactOptional(),
  root: residueSchema.exactOptional(),
});
export type SideCar = z.infer<typeof sideCarSchema>;
