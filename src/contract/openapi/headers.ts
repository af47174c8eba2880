import type { Header, Reference } from './document.ts';

/** A reference to a shared header, under the name that it has in the answer. */
export function header(
  name: string,
  component: keyof typeof headerComponents,
): Record<string, Reference> {
  return { [name]: references[component] };
}

/** The headers that answers share. */
export const headerComponents = {
  RequestId: {
    description: 'Names the request in the logs.',
    required: true,
    schema: { type: 'string' },
    example: '0195c7a0-4b1e-7c3a-8f21-6d2f0e9b4a77',
  },
  ETag: {
    description: 'A strong validator: it changes with each change of the record.',
    required: true,
    schema: { type: 'string', pattern: '^"[^"]+"$' },
    example: '"1"',
  },
  Location: {
    description: 'The path of the new record.',
    required: true,
    schema: { type: 'string', pattern: '^/' },
    example: '/api/orders/0195c7a0-4b1e-7c3a-8f21-6d2f0e9b4a77',
  },
  IdempotencyReplayed: {
    description:
      'Present if this is the answer to an earlier request with the same `Idempotency-Key`.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
  RetryAfter: {
    description: 'Seconds to wait.',
    required: true,
    schema: { type: 'integer', minimum: 0 },
    example: 30,
  },
  Allow: {
    description: 'The methods that the path has.',
    required: true,
    schema: { type: 'string' },
    example: 'GET, POST',
  },
  WwwAuthenticate: {
    description: 'How to authenticate.',
    required: true,
    schema: { type: 'string' },
    example: 'Bearer',
  },
  SetCookie: {
    description: 'The cookie `session`.',
    required: true,
    schema: { type: 'string' },
    example: 'session=eyJhbGciOiJIUzI1NiJ9; Path=/; HttpOnly; SameSite=Lax; Secure',
  },
} as const satisfies Record<string, Header>;

/** Each of them once: a contract refers to them from every answer. */
const references = Object.fromEntries(
  Object.keys(headerComponents).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
) as Readonly<Record<keyof typeof headerComponents, Reference>>;
