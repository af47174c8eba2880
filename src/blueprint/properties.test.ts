import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workshop } from '../../test/fixtures/workshop.ts';
import {
  allIncomingReferences,
  entityById,
  incomingReferences,
  isReference,
  jsonName,
  readableFields,
  writableFields,
} from './properties.ts';

const [service] = workshop().system.services;
assert.ok(service);
const entity = (id: string) => entityById(service, id);

test('JSON names: references to one end in Id, to many in Ids', () => {
  const names = entity('order')
    .fields.filter((field) => isReference(field) || field.name === 'due-date')
    .map(jsonName);
  assert.deepEqual(names, ['customerId', 'assigneeId', 'reviewerId', 'dueDate', 'partIds']);
});

test('requests set what is writable, answers show what is no secret', () => {
  assert.deepEqual(
    writableFields(entity('person')).map(({ name }) => name),
    ['full-name', 'born'],
  );
  const customer = entity('customer');
  assert.ok(writableFields(customer).some(({ name }) => name === 'pin'));
  assert.ok(!readableFields(customer).some(({ name }) => name === 'pin'));
});

test('incoming references, with paths that tell competing ones apart', () => {
  const paths = (id: string) => incomingReferences(service, entity(id)).map(({ path }) => path);
  assert.deepEqual(paths('person'), ['orders-as-assignee', 'orders-as-reviewer']);
  assert.deepEqual(paths('customer'), ['customers', 'orders']);
  assert.deepEqual(paths('session'), []);
});

test('all incoming references at once are the same as one by one', () => {
  const all = allIncomingReferences(service);
  for (const each of service.entities) {
    assert.deepEqual(all.get(each.id) ?? [], incomingReferences(service, each));
  }
});

test('an entity that is not there is a bug', () => {
  assert.throws(() => entity('ghost'), /has no entity ghost/);
});
