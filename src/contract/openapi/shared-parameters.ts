import type { Blueprint } from '#blueprint';
import { exampleId } from '../example/example-id.ts';
import { defaultPageSize } from '../list-query.ts';
import { patterns } from '../patterns.ts';
import type { Parameter, Reference } from './document.ts';

export type SharedParameter =
  | 'id'
  | 'limit'
  | 'cursor'
  | 'q'
  | 'idempotencyKey'
  | 'ifMatch'
  | 'ifNoneMatch';

/** A reference to a shared parameter. */
export function shared(parameter: SharedParameter): Reference {
  return { $ref: `#/components/parameters/${parameter}` };
}

/** The parameters that operations share; their keys have no dot, those of lists have. */
export function sharedParameters(blueprint: Blueprint): Record<SharedParameter, Parameter> {
  return {
    id: {
      name: 'id',
      in: 'path',
      description: 'The id of a record.',
      required: true,
      schema: { type: 'string', format: 'uuid', pattern: patterns.uuid },
      example: exampleId('id'),
    },
    limit: {
      name: 'limit',
      in: 'query',
      description: 'How many records a page has at most.',
      schema: { type: 'integer', minimum: 1, maximum: 100, default: defaultPageSize(blueprint) },
      example: 10,
    },
    cursor: {
      name: 'cursor',
      in: 'query',
      description: 'The `nextCursor` of the page before; it belongs to its sort and filters.',
      schema: { type: 'string', minLength: 1, pattern: patterns.text },
      example: 'WyIyMDI2LTAzLTAyVDA5OjMwOjAwLjAwMFoiXQ',
    },
    q: {
      name: 'q',
      in: 'query',
      description: 'Words that a text of the record contains, ignoring ASCII case.',
      schema: { type: 'string', minLength: 1, maxLength: 100, pattern: patterns.text },
      example: 'ada',
    },
    idempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'Names the request: sent again within 24 hours it is answered, not done again.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]*$' },
      example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
    },
    ifMatch: {
      name: 'If-Match',
      in: 'header',
      description: 'The ETag that the record must still have, or `*`.',
      schema: { type: 'string' },
      example: '*',
    },
    ifNoneMatch: {
      name: 'If-None-Match',
      in: 'header',
      description: 'An ETag that the caller knows: if the record still has it the answer is 304.',
      schema: { type: 'string' },
      example: '"1"',
    },
  };
}
