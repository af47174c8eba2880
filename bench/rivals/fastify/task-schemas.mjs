const text = (maxLength) => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' });
const nullable = (schema) => ({ ...schema, type: [schema.type, 'null'] });

const properties = {
  title: text(120),
  description: nullable({ type: 'string', maxLength: 10_000 }),
  kind: { type: 'string', enum: ['bug', 'feature', 'chore'] },
  priority: nullable({ type: 'integer', minimum: 1, maximum: 5 }),
  estimate: nullable({ type: 'string', pattern: '^\\d{1,6}(\\.\\d{1,2})?$' }),
  dueDate: nullable({ type: 'string', format: 'date' }),
  projectId: { type: 'string', format: 'uuid' },
};

/** Body of POST. */
export const newTask = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'kind', 'projectId'],
  properties,
};

/** Body of PATCH. */
export const changes = { type: 'object', additionalProperties: false, properties };

const plain = { type: 'string' };
const orNull = { type: 'string', nullable: true };

/** An answer: Fastify compiles its serializer from it. */
export const task = {
  type: 'object',
  properties: {
    id: plain,
    title: plain,
    description: orNull,
    kind: plain,
    priority: { type: 'integer', nullable: true },
    estimate: orNull,
    dueDate: orNull,
    projectId: plain,
    createdAt: plain,
    updatedAt: plain,
  },
};

/** What a list can be asked. */
export const query = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'string', pattern: '^([1-9]\\d?|100)$' },
    cursor: { type: 'string', maxLength: 500 },
  },
};
