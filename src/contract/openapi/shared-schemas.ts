import type { Service } from '#blueprint';
import { exampleId } from '../example/example-id.ts';
import type { ContractNames } from '../names.ts';
import { patterns } from '../patterns.ts';
import type { Schema } from './document.ts';
import { idSchema, pageSchema, timeSchema } from './record-schemas.ts';

/** The schemas that every service has, whatever its entities are. */
export function sharedSchemas(
  service: Service,
  { schemas }: ContractNames,
): Record<string, Schema> {
  const event = eventSchema(service);
  return {
    [schemas.problem]: problemSchema(schemas.problemError),
    [schemas.problemError]: problemErrorSchema,
    ...(usesJson(service) ? { [schemas.json]: jsonSchema(schemas.json) } : {}),
    [schemas.event]: event,
    [schemas.eventPage]: eventPageSchema(schemas.event, event.examples?.[0]),
    [schemas.health]: healthSchema,
  };
}

function problemSchema(error: string): Schema {
  return {
    description: 'A problem (RFC 9457).',
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: {
        type: 'string',
        pattern: '^urn:problem:[a-z-]+$',
        examples: ['urn:problem:validation-failed'],
      },
      title: { type: 'string', examples: ['Validation failed'] },
      status: { type: 'integer', minimum: 400, maximum: 599, examples: [422] },
      detail: { type: 'string', examples: ['The body breaks the schema or a rule.'] },
      errors: {
        description: 'The parts of the request that are to blame.',
        type: 'array',
        maxItems: 50,
        items: { $ref: `#/components/schemas/${error}` },
        examples: [[errorExample]],
      },
    },
    examples: [
      {
        type: 'urn:problem:validation-failed',
        title: 'Validation failed',
        status: 422,
        detail: 'The body breaks the schema or a rule.',
        errors: [errorExample],
      },
    ],
  };
}

const errorExample = { pointer: '/name', code: 'required', message: 'Is required.' };

const problemErrorSchema: Schema = {
  description: 'One fault of a request, with the place that is to blame.',
  type: 'object',
  required: ['code', 'message'],
  properties: {
    pointer: {
      description: 'A JSON pointer into the body; empty for the body as a whole.',
      type: 'string',
      examples: ['/name'],
    },
    parameter: {
      description: 'Instead of a pointer: a query, path or header parameter.',
      type: 'string',
      examples: ['limit'],
    },
    code: {
      type: 'string',
      enum: [
        'required',
        'type',
        'format',
        'pattern',
        'minimum',
        'maximum',
        'too-short',
        'too-long',
        'enum',
        'unknown-property',
        'read-only',
        'duplicate',
        'missing-reference',
        'rule',
        'invalid',
      ],
      examples: ['required'],
    },
    message: { type: 'string', examples: ['Is required.'] },
    rule: {
      description: 'With the code `rule`: its id.',
      type: 'string',
      examples: ['order/rule/due-after-start'],
    },
  },
  examples: [errorExample],
};

/** Each keyword applies to its own type only, so that one schema holds at every depth. */
function jsonSchema(name: string): Schema {
  const nested = { $ref: `#/components/schemas/${name}` };
  return {
    description: 'Any JSON, at most 65,536 characters when written compactly and 32 levels deep.',
    type: ['object', 'array', 'string', 'number', 'boolean', 'null'],
    pattern: patterns.text,
    propertyNames: { pattern: patterns.text, not: { const: '__proto__' } },
    additionalProperties: nested,
    items: nested,
    examples: [{ theme: 'dark' }],
  };
}

function eventSchema(service: Service): Schema {
  const types = service.events.map(({ name }) => `${service.name}.${name}`);
  const example = {
    specversion: '1.0',
    id: exampleId('event'),
    source: `/${service.name}`,
    type: types[0] ?? `${service.name}.started`,
    subject: exampleId('subject'),
    time: '2026-03-02T09:30:00.000Z',
    datacontenttype: 'application/json',
    tenantid: exampleId('tenant'),
    data: {},
  };
  return {
    description: 'A CloudEvent (1.0): something that was written.',
    type: 'object',
    required: Object.keys(example),
    properties: {
      specversion: { type: 'string', const: '1.0', examples: ['1.0'] },
      id: { type: 'string', minLength: 1, examples: [example.id] },
      source: { type: 'string', const: example.source, examples: [example.source] },
      type: {
        type: 'string',
        ...(types.length > 0 ? { enum: types } : {}),
        examples: [example.type],
      },
      subject: { description: 'The id of the record.', ...idSchema('subject') },
      time: timeSchema('When it was written.', example.time),
      datacontenttype: {
        type: 'string',
        const: 'application/json',
        examples: ['application/json'],
      },
      tenantid: { type: 'string', minLength: 1, examples: [example.tenantid] },
      data: { description: 'The record as an answer shows it.', type: 'object', examples: [{}] },
    },
    examples: [example],
  };
}

/** A page of the feed: it has no last one, so that a reader can poll (SP-11.2). */
function eventPageSchema(name: string, example: unknown): Schema {
  const page = pageSchema(name, example);
  const nextCursor: Schema = {
    description: 'What `cursor` takes to go on from here, also when there is nothing more yet.',
    type: 'string',
    examples: ['WyIxMiJd'],
  };
  return {
    ...page,
    properties: { ...page.properties, nextCursor },
    examples: [{ items: [example], nextCursor: 'WyIxMiJd' }],
  };
}

const healthSchema: Schema = {
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', const: 'ok', examples: ['ok'] } },
  examples: [{ status: 'ok' }],
};

function usesJson(service: Service): boolean {
  return service.entities.some(({ fields }) =>
    fields.some(
      ({ type }) => type.kind === 'json' || (type.kind === 'list' && type.items.kind === 'json'),
    ),
  );
}
