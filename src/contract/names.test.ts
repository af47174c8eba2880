import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService, referenceTo } from '#blueprint';
import { workshop } from '../../test/fixtures/workshop.ts';
import { createContract } from './contract.ts';
import { contractNames, namesOf } from './names.ts';

const serviceOf = (...names: string[]) =>
  buildService({
    name: 'app',
    entities: names.map((name) => buildEntity({ name, plural: `${name}s` })),
  });

test('names follow the words of the requirements', () => {
  const [service] = workshop().system.services;
  const names = contractNames(service!);
  const order = namesOf(names, service!.entities[2]!);
  assert.deepEqual(
    [order.record, order.create, order.replace, order.patch, order.page, order.tag],
    ['Order', 'OrderCreate', 'OrderReplace', 'OrderPatch', 'OrderPage', 'Orders'],
  );
  assert.deepEqual(order.operations, {
    list: 'listOrders',
    create: 'createOrder',
    get: 'getOrder',
    replace: 'replaceOrder',
    update: 'updateOrder',
    delete: 'deleteOrder',
  });
  assert.deepEqual(Object.fromEntries(namesOf(names, service!.entities[0]!).nested), {
    'orders-as-assignee': 'listOrdersAsAssigneeOfPerson',
    'orders-as-reviewer': 'listOrdersAsReviewerOfPerson',
  });
  assert.deepEqual(
    [...namesOf(names, service!.entities[1]!).nested.values()],
    ['listCustomersOfCustomer', 'listOrdersOfCustomer'],
  );
});

test('entities keep their names, ours give way', () => {
  const service = serviceOf(
    'problem',
    'account',
    'order',
    'order-page',
    'order-create',
    'cloud-event',
    'json-value',
    'event',
  );
  const names = contractNames(service);
  const records = service.entities.map((entity) => namesOf(names, entity).record);
  assert.deepEqual(records, [
    'Problem',
    'Account',
    'Order',
    'OrderPage',
    'OrderCreate',
    'CloudEvent',
    'JsonValue',
    'Event',
  ]);
  assert.deepEqual(
    [names.schemas.problem, names.schemas.account, names.schemas.event, names.schemas.json],
    ['Problem2', 'Account2', 'CloudEvent2', 'JsonValue2'],
  );
  const order = namesOf(names, service.entities[2]!);
  assert.deepEqual(
    [order.page, order.create, order.patch],
    ['OrderPage2', 'OrderCreate2', 'OrderPatch'],
  );
  assert.deepEqual(names.tags, {
    accounts: 'Accounts2',
    events: 'Events2',
    operation: 'Operation',
  });
  assert.equal(names.operations.events, 'listEvents2');
});

test('no name is given twice, whatever the entities are called', () => {
  const hostile = [
    'a1',
    'a-1',
    'ab',
    'a-b',
    'problem',
    'problem2',
    'order',
    'order2',
    'order-patch',
    'account',
    'account-page',
    'signed-in',
    'health',
    'me',
    'docs',
    'member',
    'open-api',
    'liveness',
    'registration',
    'problem-error',
  ];
  const service = buildService({
    name: 'app',
    entities: hostile.map((name) =>
      buildEntity({
        name,
        plural: `${name}s`,
        fields: [
          buildField(name, { name: 'a', type: referenceTo('order') }),
          buildField(name, { name: 'order', type: referenceTo('a1') }),
          buildField(name, { name: 'b', type: { kind: 'json' } }),
        ],
      }),
    ),
  });
  const blueprint = buildBlueprint({
    name: 'app',
    services: [service],
    roles: [
      {
        id: 'role/clerk',
        name: 'clerk',
        label: 'clerk',
        description: '',
        origin: 'stated',
        sources: [],
      },
    ],
  });
  const { openapi, names } = createContract({ blueprint, service });
  const ids = Object.values(openapi.paths).flatMap((item) =>
    Object.values(item).map(({ operationId }) => operationId),
  );
  assert.equal(new Set(ids.map((id) => id.toLowerCase())).size, ids.length);
  assert.equal(
    Object.keys(openapi.components.schemas).length,
    hostile.length * 5 + Object.keys(names.schemas).length,
  );
  const tags = openapi.tags.map(({ name }) => name);
  assert.equal(new Set(tags).size, tags.length);
  const text = JSON.stringify(openapi);
  const missing = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].filter(
    ([, name]) => !Object.hasOwn(openapi.components.schemas, name ?? ''),
  );
  assert.deepEqual(missing, []);
});
