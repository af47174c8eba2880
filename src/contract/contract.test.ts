import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildBlueprint,
  buildEntity,
  buildField,
  buildService,
  canonicalJson,
  referenceTo,
} from '#blueprint';
import type { Blueprint } from '#blueprint';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';
import { documentText } from './document-text.ts';
import type { OpenApiDocument, Parameter, Schema } from './openapi/document.ts';

function openapiOf(blueprint: Blueprint): OpenApiDocument {
  const [service] = blueprint.system.services;
  assert.ok(service);
  return createContract({ blueprint, service }).openapi;
}

const shop = openapiOf(workshop());
const open = openapiOf(notes());
const schema = (name: string) => shop.components.schemas[name]!;
const property = (of: string, name: string): Schema => schema(of).properties![name]!;
const operation = (line: string, document = shop) => {
  const [method = '', path = ''] = line.split(' ');
  const found = document.paths[path]?.[method.toLowerCase() as 'get'];
  assert.ok(found, line);
  return found;
};
const statuses = (line: string, document = shop) =>
  Object.keys(operation(line, document).responses).join(' ');
const parameters = (line: string, document = shop): string[] =>
  (operation(line, document).parameters ?? []).map((parameter) => {
    const found =
      '$ref' in parameter
        ? document.components.parameters[parameter.$ref.split('/').at(-1)!]
        : parameter;
    return (found as Parameter).name;
  });

test('parts are in the order that people expect', () => {
  assert.deepEqual(Object.keys(shop), [
    'openapi',
    'info',
    'servers',
    'security',
    'tags',
    'paths',
    'components',
  ]);
  assert.match(documentText(shop, 'json'), /^\{\n {2}"openapi": "3\.1\.0",\n/);
  assert.match(documentText(shop, 'yaml'), /^openapi: "3\.1\.0"\ninfo:\n {2}title: Workshop\n/);
});

test('the same blueprint gives the same bytes', () => {
  assert.equal(documentText(openapiOf(workshop()), 'json'), documentText(shop, 'json'));
  const reread = JSON.parse(canonicalJson(workshop())) as Blueprint;
  assert.equal(documentText(openapiOf(reread), 'json'), documentText(shop, 'json'));
});

test('SP-1, SP-6, SP-7: a public service has no accounts, one with roles has members, an account entity is not created', () => {
  assert.deepEqual(Object.keys(open.paths), [
    '/api/notes',
    '/api/notes/{id}',
    '/events',
    '/health/live',
    '/health/ready',
    '/metrics',
    '/openapi.json',
    '/docs',
  ]);
  assert.equal(open.security, undefined);
  assert.ok(!JSON.stringify(open).includes('Unauthenticated'));
  assert.deepEqual(Object.keys(shop.paths['/api/people']!), ['get']);
  assert.deepEqual(Object.keys(shop.paths['/api/people/{id}']!), ['get', 'put', 'patch']);
  assert.ok(shop.paths['/api/auth/members/{id}']);
  const [service] = notes().system.services;
  const withAccounts = openapiOf(
    buildBlueprint({ name: 'notes', services: [{ ...service!, access: 'accounts' }] }),
  );
  assert.ok(withAccounts.paths['/api/auth/me'] && !withAccounts.paths['/api/auth/members']);
});

test('SP-2: every operation has the statuses that it can answer, and no others', () => {
  const table: Readonly<Record<string, string>> = {
    'GET /api/orders': '200 400 401 403 406 429 431 500 503',
    'GET /api/parts': '200 400 401 406 429 431 500 503',
    'GET /api/orders/{id}/order-lines': '200 400 401 404 406 429 431 500 503',
    'GET /api/orders/{id}': '200 304 400 401 403 404 406 429 431 500 503',
    'POST /api/orders': '201 400 401 403 406 409 413 415 422 429 431 500 503',
    'POST /api/order-lines': '201 400 401 403 406 413 415 422 429 431 500 503',
    'PUT /api/orders/{id}': '200 400 401 403 404 406 409 412 413 415 422 429 431 500 503',
    'PATCH /api/sessions/{id}': '200 400 401 403 404 406 412 413 415 422 429 431 500 503',
    'DELETE /api/customers/{id}': '204 400 401 403 404 406 409 412 413 415 429 431 500 503',
    'DELETE /api/sessions/{id}': '204 400 401 403 404 406 412 413 415 429 431 500 503',
    'POST /api/auth/login': '200 400 401 403 406 413 415 422 429 431 500 503',
    'POST /api/auth/register': '201 400 403 406 409 413 415 422 429 431 500 503',
    'GET /events': '200 400 401 403 406 429 431 500 503',
    'GET /health/ready': '200 400 406 429 431 500 503',
  };
  for (const [line, expected] of Object.entries(table))
    assert.equal(statuses(line), expected, line);
  assert.equal(statuses('POST /api/notes', open), '201 400 406 413 415 422 429 431 500 503');
});

test('SP-2, SP-12: every problem is one, and every answer names its request', () => {
  for (const [name, response] of Object.entries(shop.components.responses)) {
    assert.deepEqual(Object.keys(response.content ?? {}), ['application/problem+json'], name);
    assert.ok(response.headers?.['X-Request-Id'], name);
  }
  assert.ok(shop.components.responses['TooManyRequests']!.headers!['Retry-After']);
  assert.ok(shop.components.responses['MethodNotAllowed']!.headers!['Allow']);
  for (const [path, item] of Object.entries(shop.paths)) {
    for (const [method, { responses }] of Object.entries(item)) {
      for (const [status, response] of Object.entries(responses)) {
        assert.ok(
          '$ref' in response || response.headers?.['X-Request-Id'],
          `${method} ${path} ${status}`,
        );
      }
    }
  }
});

test('SP-3: a list has every filter of its fields, and its page size', () => {
  assert.deepEqual(parameters('GET /api/notes', open), [
    'limit',
    'cursor',
    'q',
    'sort',
    'title',
    'title[ne]',
    'title[in]',
    ...['createdAt', 'updatedAt'].flatMap((name) => [
      name,
      ...['ne', 'in', 'gt', 'gte', 'lt', 'lte'].map((operator) => `${name}[${operator}]`),
    ]),
  ]);
  const orders = parameters('GET /api/orders');
  for (const name of [
    'partIds',
    'customerId',
    'budget[gte]',
    'budget[null]',
    'startDate[lt]',
    'status[in]',
  ])
    assert.ok(orders.includes(name), name);
  for (const name of [
    'partIds[ne]',
    'cancelReason',
    'customerId[gt]',
    'startDate[null]',
    'status[gt]',
  ])
    assert.ok(!orders.includes(name), name);
  assert.ok(!parameters('GET /api/customers').includes('pin'));
  assert.equal(shop.components.parameters['limit']!.schema.default, 25);
  assert.equal(open.components.parameters['limit']!.schema.default, 20);
  const blueprint = workshop();
  const [quality] = blueprint.system.qualities;
  const greedy = { ...blueprint.system, qualities: [{ ...quality!, value: 5000 }] };
  const { components } = openapiOf({ ...blueprint, system: greedy });
  assert.equal(components.parameters['limit']!.schema.default, 100);
});

test('SP-3: parameters that every list has win over properties of the same name', () => {
  const sessions = parameters('GET /api/sessions');
  assert.equal(new Set(sessions).size, sessions.length);
  assert.ok(
    sessions.includes('limit[in]') && sessions.includes('sort[ne]') && sessions.includes('class'),
  );
});

test('SP-1.12: a required field of any JSON is not null, an optional one may be', () => {
  const fields = [true, false].map((required) =>
    buildField('note', { name: required ? 'must' : 'may', type: { kind: 'json' }, required }),
  );
  const entity = buildEntity({ name: 'note', plural: 'notes', fields });
  const service = buildService({ name: 'notes', access: 'public', entities: [entity] });
  const { schemas } = openapiOf(buildBlueprint({ name: 'notes', services: [service] })).components;
  for (const name of ['Note', 'NoteCreate', 'NoteReplace', 'NotePatch']) {
    const { must, may } = schemas[name]?.properties ?? {};
    assert.deepEqual([must?.not, may?.not], [{ type: 'null' }, undefined], name);
  }
});

test('SP-1.7, SP-1.10, SP-1.12: what a request must, may and must not hold', () => {
  const create = schema('CustomerCreate');
  assert.equal(create.additionalProperties, false);
  assert.deepEqual(create.required, ['name', 'email']);
  assert.deepEqual(
    [property('CustomerCreate', 'name').minLength, property('CustomerCreate', 'name').maxLength],
    [2, 100],
  );
  assert.deepEqual(property('CustomerCreate', 'phone').type, ['string', 'null']);
  assert.deepEqual(property('CustomerCreate', 'labels').maxItems, 100);
  assert.deepEqual(
    [property('SessionCreate', 'class').minLength, property('SessionCreate', 'class').maxLength],
    [1, 255],
  );
  assert.deepEqual(schema('OrderCreate').required, ['number', 'customerId']);
  assert.deepEqual(property('OrderCreate', 'startDate').type, ['string', 'null']);
  assert.equal(schema('CustomerPatch').required, undefined);
  assert.deepEqual(property('CustomerPatch', 'name').type, 'string');
  assert.ok(!('email' in schema('PersonReplace').properties!));
  assert.equal(schema('Customer').additionalProperties, undefined);
});

test('SP-5.3: a deletion can be refused by what would be deleted with it, and by rules', () => {
  const chain = (last: 'restrict' | 'cascade' | 'clear') => {
    const entity = (name: string, to: string | undefined, onDelete: typeof last) =>
      buildEntity({
        name,
        plural: `${name}s`,
        fields:
          to === undefined
            ? []
            : [buildField(name, { name: 'to', type: referenceTo(to, { onDelete }) })],
      });
    const entities = [
      entity('a', undefined, last),
      entity('b', 'a', 'cascade'),
      entity('c', 'b', last),
    ];
    return openapiOf(
      buildBlueprint({
        name: 'x',
        services: [buildService({ name: 'x', access: 'public', entities })],
      }),
    );
  };
  const canConflict = (document: OpenApiDocument) =>
    statuses('DELETE /api/as/{id}', document).includes('409');
  assert.ok(canConflict(chain('restrict')));
  assert.ok(!canConflict(chain('cascade')));
  assert.ok(!canConflict(chain('clear')));
  const [service] = workshop().system.services;
  const [, , order] = service!.entities;
  const alone = {
    ...order!,
    fields: order!.fields.filter(({ type }) => type.kind !== 'reference'),
    keys: [],
  };
  const others = alone.rules.filter(({ on }) => !on.includes('delete'));
  const document = (entity: typeof alone) =>
    openapiOf(
      buildBlueprint({ name: 'x', services: [buildService({ name: 'x', entities: [entity] })] }),
    );
  assert.match(statuses('DELETE /api/orders/{id}', document(alone)), / 409 /);
  assert.doesNotMatch(
    statuses('DELETE /api/orders/{id}', document({ ...alone, rules: others })),
    / 409 /,
  );
});

test('SP-1.2, SP-1.11: an answer holds every readable property and no secret', () => {
  const { required = [], properties = {} } = schema('Customer');
  assert.deepEqual(required, Object.keys(properties));
  assert.equal(required[0], 'id');
  assert.deepEqual(required.slice(-2), ['createdAt', 'updatedAt']);
  assert.ok(!required.includes('pin'));
  assert.equal(property('CustomerCreate', 'pin').writeOnly, true);
  assert.equal(property('Order', 'partIds').type, 'array');
  assert.deepEqual(property('Order', 'dueDate').type, ['string', 'null']);
});

test('SP-10.1: a new record is in the initial state, a later one in any', () => {
  assert.deepEqual(property('OrderCreate', 'status').enum, ['draft', null]);
  assert.equal(property('OrderCreate', 'status').default, 'draft');
  assert.equal(property('OrderReplace', 'status').default, undefined);
  assert.equal(property('OrderReplace', 'status').enum!.length, 6);
  assert.equal(property('Order', 'status').type, 'string');
});

test('limits are those of the fields; decimals and dates say theirs beside', () => {
  const { minimum, maximum } = property('OrderCreate', 'number');
  assert.deepEqual([minimum, maximum], [1, 999_999]);
  assert.deepEqual(property('OrderCreate', 'rating').exclusiveMinimum, 0);
  assert.deepEqual(property('OrderCreate', 'discount')['x-maximum'], {
    value: '100',
    exclusive: false,
  });
  assert.match('12.5', new RegExp(property('OrderCreate', 'discount').pattern!));
  assert.doesNotMatch('-1', new RegExp(property('OrderCreate', 'discount').pattern!));
  assert.match('12.50', new RegExp(property('Order', 'discount').pattern!));
  assert.doesNotMatch('12.5', new RegExp(property('Order', 'discount').pattern!));
});

test('operations name the words, the rules, the roles and the lines of the requirements', () => {
  const create = operation('POST /api/orders');
  assert.match(create.description!, /For the roles: owner, manager, mechanic \(own records\)\./);
  assert.match(
    create.description!,
    /- `order\/rule\/due-soon`: The due date is at most 45 days after the start date\. \(workshop\.md:55\)/,
  );
  assert.doesNotMatch(create.description!, /delete-drafts/);
  assert.match(operation('DELETE /api/orders/{id}').description!, /delete-drafts/);
  assert.match(
    operation('PUT /api/orders/{id}').description!,
    /- `approve`: draft to approved; manager/,
  );
  assert.deepEqual(create['x-source-lines'], ['workshop.md:30']);
  assert.deepEqual(property('Order', 'budget')['x-source-lines'], ['workshop.md:39']);
  assert.match(schema('Order').description!, /Auftrag/);
});

test('what is created leads to what can be done with it', () => {
  const [made] = Object.values(operation('POST /api/customers').responses);
  assert.ok(made && 'links' in made && made.links);
  assert.deepEqual(Object.keys(made.links), [
    'getCustomer',
    'replaceCustomer',
    'updateCustomer',
    'deleteCustomer',
    'listCustomersOfCustomer',
    'listOrdersOfCustomer',
  ]);
  assert.deepEqual(made.links['getCustomer'], {
    operationId: 'getCustomer',
    parameters: { id: '$response.body#/id' },
  });
});

test('SP-6.9: registering takes the fields of the account entity', () => {
  assert.deepEqual(Object.keys(schema('Registration').properties!), [
    'email',
    'password',
    'fullName',
    'born',
  ]);
  assert.deepEqual(schema('MemberCreate').required, ['email', 'password', 'roles', 'fullName']);
});

test('SP-11: the events of the service, with the record as an answer shows it', () => {
  const blueprint = workshop();
  const { asyncapi } = createContract({ blueprint, service: blueprint.system.services[0]! });
  const message = asyncapi.components.messages['order.status.approve']!;
  assert.deepEqual(message.payload.properties!['data'], { $ref: '#/components/schemas/Order' });
  assert.equal(message.payload.properties!['type']!.const, 'workshop.order.status.approve');
  assert.deepEqual(Object.keys(asyncapi.channels), [
    'Person',
    'Customer',
    'Order',
    'Part',
    'OrderLine',
    'Session',
  ]);
});
