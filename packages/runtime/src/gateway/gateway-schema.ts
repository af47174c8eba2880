const limits = {
  type: 'object',
  properties: {
    bodyBytes: { description: 'Longest request body.', type: 'integer', minimum: 0 },
    timeoutMs: { description: 'Until the answer begins.', type: 'integer', minimum: 1 },
    idleMs: {
      description: 'Between two parts of an answer; 0: no limit.',
      type: 'integer',
      minimum: 0,
    },
    concurrency: { description: 'Requests at a time; more get 503.', type: 'integer', minimum: 1 },
  },
  additionalProperties: false,
} as const;

const paths = {
  description: 'Path prefixes of whole segments.',
  type: 'array',
  minItems: 1,
  items: { type: 'string', pattern: '^/', maxLength: 500 },
} as const;

const url = { type: 'string', pattern: '^https?://[^/?#@]+(/[^?#]*)?$', maxLength: 2000 } as const;

const version = {
  description: 'Where a version is: its URL, or its component in the registry.',
  type: 'object',
  properties: {
    url: { anyOf: [url, { type: 'array', minItems: 1, items: url }] },
    component: { type: 'string', minLength: 1 },
    weight: { description: 'Share of the requests; default 1.', type: 'number', minimum: 0 },
    paths,
    isolated: { description: 'It has its own copy of the store.', type: 'boolean' },
  },
  oneOf: [{ required: ['url'] }, { required: ['component'] }],
  additionalProperties: false,
} as const;

const roles = { type: 'array', items: { type: 'string' } } as const;

const service = {
  type: 'object',
  properties: {
    paths,
    methods: { type: 'array', items: { type: 'string', pattern: '^[A-Z]+$' } },
    stripPath: { description: 'Forwards without the prefix.', type: 'boolean' },
    versions: { type: 'object', minProperties: 1, additionalProperties: version },
    versionHeader: {
      description: 'A request header by which callers choose the version.',
      type: 'string',
      pattern: '^[A-Za-z0-9-]+$',
    },
    mirror: {
      description: 'Copies requests to another version and throws its answers away.',
      type: 'object',
      properties: {
        version: { type: 'string' },
        share: { type: 'number', minimum: 0, maximum: 1 },
      },
      required: ['version'],
      additionalProperties: false,
    },
    auth: {
      type: 'object',
      properties: { mode: { enum: ['none', 'optional', 'required'] }, roles },
      required: ['mode'],
      additionalProperties: false,
    },
    limits,
    attempts: {
      description: 'Attempts of an idempotent request, the first counts.',
      type: 'integer',
      minimum: 1,
      maximum: 10,
    },
  },
  required: ['versions'],
  additionalProperties: false,
} as const;

const auth = {
  description: 'Ways to know a caller.',
  type: 'object',
  properties: {
    jwt: {
      type: 'object',
      properties: {
        algorithm: { enum: ['HS256', 'RS256', 'ES256', 'EdDSA'] },
        key: { description: 'Shared secret, or public key as PEM.', type: 'string', minLength: 32 },
        cookie: { type: 'string', minLength: 1 },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        rolesClaim: { type: 'string' },
      },
      required: ['algorithm', 'key'],
      additionalProperties: false,
    },
    apiKeys: {
      description: 'SHA-256 of a key in hex → who has it.',
      type: 'object',
      propertyNames: { pattern: '^[0-9a-fA-F]{64}$' },
      additionalProperties: {
        type: 'object',
        properties: { id: { type: 'string', minLength: 1 }, roles },
        required: ['id', 'roles'],
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** The schema of gateway.json, published with the package as gateway.schema.json. */
export const gatewaySchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'gateway.json of MicroForge',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    services: {
      description: 'Service → its paths and versions.',
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9]*([.-][a-z0-9]+)*$', maxLength: 100 },
      additionalProperties: service,
    },
    auth,
    limits,
    trustForwarded: {
      description: 'Believe X-Forwarded-* of whoever connects: only behind another proxy.',
      type: 'boolean',
    },
  },
  required: ['services'],
  additionalProperties: false,
} as const;
