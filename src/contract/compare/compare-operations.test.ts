import { test } from 'node:test';
import { assertVerdict, create, list } from './test-document.ts';
import type { Row } from './test-document.ts';

const table: readonly Row[] = [
  [
    'an operation is added',
    (d) => (d.paths['/new'] = { get: structuredClone(list(d)) }),
    ['operation-added'],
  ],
  ['an operation is removed', (d) => delete d.paths['/pets/{id}'], ['operation-removed!']],
  ['a method is removed', (d) => delete d.paths['/pets']!['post'], ['operation-removed!']],
  ['an operation is deprecated', (d) => (list(d)['deprecated'] = true), ['deprecated']],
  [
    'a path parameter is renamed',
    (d) => {
      d.paths['/pets/{pet}'] = d.paths['/pets/{id}']!;
      delete d.paths['/pets/{id}'];
      const [id] = d.paths['/pets/{pet}']['get']!.parameters;
      id!['name'] = 'pet';
    },
    ['wording'],
  ],
  ['a description is added', (d) => (list(d)['description'] = 'All pets.'), ['wording']],
  ['a server is added', (d) => d.servers.push({ url: '/v2' }), ['server-added']],
  ['the server moves', (d) => (d.servers[0]!.url = '/v2'), ['server-removed!', 'server-added']],

  [
    'an optional parameter is added',
    (d) => list(d).parameters.push({ name: 'q', in: 'query', schema: {} }),
    ['parameter-added'],
  ],
  [
    'a required parameter is added',
    (d) => list(d).parameters.push({ name: 'q', in: 'query', required: true, schema: {} }),
    ['required-parameter-added!'],
  ],
  ['a parameter is removed', (d) => list(d).parameters.shift(), ['parameter-removed!']],
  [
    'a parameter becomes required',
    (d) => (list(d).parameters[0]!['required'] = true),
    ['parameter-required!'],
  ],
  ['a header changes its case', (d) => (list(d).parameters[1]!['name'] = 'x-trace'), ['wording']],
  [
    'a parameter takes less',
    (d) => (list(d).parameters[0]!['schema'] = { type: 'integer', maximum: 50, default: 20 }),
    ['maximum!'],
  ],
  [
    'a parameter takes more',
    (d) => (list(d).parameters[0]!['schema'] = { type: 'number', default: 20 }),
    ['type', 'maximum'],
  ],
  [
    'a default changes',
    (d) => (list(d).parameters[0]!['schema'] = { type: 'integer', maximum: 100, default: 10 }),
    ['default!'],
  ],
  [
    'a parameter is written in another style',
    (d) => (list(d).parameters[0]!['explode'] = false),
    ['parameter-explode!'],
  ],
  [
    'a default style is written out',
    (d) => Object.assign(list(d).parameters[0]!, { explode: true, style: 'form' }),
    ['wording'],
  ],

  ['the body may be left out', (d) => (create(d).requestBody.required = false), ['body-required']],
  [
    'the body is dropped',
    (d) => delete (create(d) as Record<string, unknown>)['requestBody'],
    ['body-removed!'],
  ],
  [
    'a body is asked for',
    (d) => (list(d).requestBody = { required: true, content: {} }),
    ['body-added!'],
  ],
  [
    'a content type of requests is removed',
    (d) => {
      const { content } = create(d).requestBody;
      content['text/csv'] = content['application/json']!;
      delete content['application/json'];
    },
    ['content-type-removed!', 'content-type-added'],
  ],
  [
    'a content type of answers is added',
    (d) => (list(d).responses['200']!.content!['text/csv'] = { schema: {} }),
    ['content-type-added'],
  ],
  [
    'a success is added',
    (d) => (create(d).responses['202'] = { description: 'later' }),
    ['status-added!'],
  ],
  ['a success is removed', (d) => delete create(d).responses['201'], ['status-removed!']],
  [
    'an error is added',
    (d) => (create(d).responses['409'] = { description: 'taken' }),
    ['status-added'],
  ],
  ['an error is removed', (d) => delete list(d).responses['404'], ['status-removed']],
  [
    'a promised header is removed',
    (d) => delete create(d).responses['201']!.headers!['Location'],
    ['header-removed!'],
  ],
  [
    'a header may be missing',
    (d) => (create(d).responses['201']!.headers!['Location']!['required'] = false),
    ['header-required!'],
  ],
  [
    'a header is added',
    (d) => (create(d).responses['201']!.headers!['ETag'] = { schema: {} }),
    ['header-added'],
  ],

  [
    'credentials are asked for',
    (d) => delete d.paths['/pets/{id}']!['get']!.security,
    ['security!'],
  ],
  ['credentials are no longer asked for', (d) => (list(d).security = []), ['security']],
  [
    'another way to authenticate',
    (d) => (d.security = [{ key: [] }, { token: [] }]),
    ['security', 'security'],
  ],
  [
    'two credentials at once',
    (d) => (d.security = [{ key: [], token: [] }]),
    ['security!', 'security!'],
  ],
  ['a scope more', (d) => (d.security = [{ key: ['write'] }]), ['security!', 'security!']],
  [
    'a scheme is renamed',
    (d) => {
      d.security = [{ other: [] }];
      d.components.securitySchemes = { other: { type: 'apiKey', in: 'header', name: 'X-Key' } };
    },
    ['wording'],
  ],
  [
    'a scheme becomes another',
    (d) => (d.components.securitySchemes = { key: { type: 'apiKey', in: 'query', name: 'key' } }),
    ['security!', 'security!'],
  ],
];

test(`each of ${table.length} changes of an operation has its verdict`, () => {
  for (const row of table) assertVerdict(row);
});
