import { z } from 'zod';
import { list, nameSchema, nodeShape } from '../node.ts';

/** Where a value comes from that a request to make a record may leave out. */
const suppliedSchema = z
  .strictObject({
    property: z.string(),
    from: z.enum(['null', 'value', 'created', 'updated']),
    /** With `value`: what it is. */
    value: z.unknown().exactOptional(),
    /** With a time: a date alone. */
    date: z.boolean().exactOptional(),
  })
  .readonly();

/**
 * Records that a contract that was given lets its callers make, read and change: their shape is that of its
 * schemas, and they are kept as they are.
 */
export const collectionSchema = z
  .strictObject({
    ...nodeShape,
    name: nameSchema,
    /** The property that tells records apart; it stands in the path of a single record. */
    key: z.string(),
    /** Who gives a new record its key: the caller, or the service, as a number or a UUID. */
    keyFrom: z.enum(['caller', 'integer', 'uuid']),
    /** What the service fills in. */
    supplied: list(suppliedSchema),
  })
  .readonly();
export type Collection = z.infer<typeof collectionSchema>;

/** What an operation does with the records of a collection. */
export const keepingSchema = z
  .strictObject({
    collection: nameSchema,
    does: z.enum(['list', 'create', 'read', 'replace', 'update', 'delete']),
    /** The status of its answer. */
    status: z.int(),
    /** Whether the answer has a body. */
    answers: z.boolean(),
    /** The property of the answer that holds the record or records; absent: it is the answer itself. */
    answerIn: z.string().exactOptional(),
    /** The property of the request that holds the record. */
    requestIn: z.string().exactOptional(),
    /** Of a list: the property with the number of all records. */
    count: z.string().exactOptional(),
    /** Of a list: the parameters that say how many records, and from where. */
    limit: z.string().exactOptional(),
    offset: z.string().exactOptional(),
    page: z.string().exactOptional(),
    /** Of a list: how many records a page has if the caller does not say. */
    pageSize: z.int().exactOptional(),
    /** Of a list: parameters that are the value of the property of that name. */
    filters: list(z.string()),
  })
  .readonly();
export type Keeping = z.infer<typeof keepingSchema>;
