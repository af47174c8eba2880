import { SchemaCompiler } from '../../schema/schema-compiler.ts';
import type { JsonSchema } from '../../schema/json-schema.ts';

const whole = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string' } as const;
const name = { type: 'string', pattern: '^[a-zA-Z0-9_-]+$' } as const;
const metadata = { type: 'object', additionalProperties: text } as const;
const endpoint = { name, subject: { type: 'string', minLength: 1 }, queue_group: text, metadata };
const dateTime = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$` };

/** What the published schemas of micro v1 want, nats-io/jsm.go `schemas/micro/v1`: closed, so that a slip in a name is seen. */
function schemaOf(verb: string, more: Record<string, JsonSchema>, optional: string[]): JsonSchema {
  const properties = {
    type: { const: `io.nats.micro.v1.${verb}_response` },
    name,
    id: { type: 'string', minLength: 1 },
    version: { type: 'string', pattern: String.raw`^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$` },
    metadata,
    ...more,
  };
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', properties, required, additionalProperties: false } as JsonSchema;
}

const listOf = (properties: Record<string, unknown>, required: string[]) =>
  ({
    type: 'array',
    minItems: 1,
    items: { type: 'object', properties, required, additionalProperties: false },
  }) as JsonSchema;

const figures = {
  num_requests: whole,
  num_errors: whole,
  last_error: text,
  processing_time: whole,
  average_processing_time: whole,
};

const schemas: Readonly<Record<string, JsonSchema>> = {
  PING: schemaOf('ping', {}, ['metadata']),
  INFO: schemaOf(
    'info',
    {
      description: text,
      endpoints: listOf(endpoint, ['name', 'subject']),
      // Of tools before 2024; the published schema leaves room for it.
      subjects: { type: 'array', items: text },
    },
    ['metadata', 'endpoints', 'subjects'],
  ),
  STATS: schemaOf(
    'stats',
    {
      started: dateTime as JsonSchema,
      endpoints: listOf({ ...endpoint, ...figures }, ['name', 'subject', ...Object.keys(figures)]),
    },
    ['metadata'],
  ),
};

/** Why an answer of `$SRV.PING`, `$SRV.INFO` or `$SRV.STATS` is none; undefined when it is one. */
export function microProblem(verb: 'PING' | 'INFO' | 'STATS', answer: unknown): string | undefined {
  const issues = new SchemaCompiler().compile(schemas[verb] ?? false)(answer);
  return issues && JSON.stringify(issues);
}
