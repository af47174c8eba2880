import { defineInterface } from '../component/interface.ts';

/** What components promise that are HTTP services: child processes in any language, and remote ones. */
export const httpInterface = defineInterface({
  name: 'http',
  version: '1.0.0',
  description: 'One HTTP request and its answer.',
  input: {
    type: 'object',
    properties: {
      method: { enum: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] },
      path: {
        type: 'string',
        maxLength: 8192,
        pattern: '^/',
        description: 'With the query, such as /api/tasks?limit=5.',
      },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
      body: { description: 'Text is sent as it is, anything else as JSON.' },
    },
    required: ['method', 'path'],
    additionalProperties: false,
  },
  output: {
    type: 'object',
    properties: {
      status: { type: 'integer' },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
      body: {
        description: 'JSON as what it says, anything else as text; null when there is none.',
      },
    },
    required: ['status', 'headers', 'body'],
  },
});
