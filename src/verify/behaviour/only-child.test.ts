import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildEntity, buildField, buildService, isReference, referenceTo } from '#blueprint';
import type { Entity } from '#blueprint';
import { isOnlyChild } from './only-child.ts';

const user = buildEntity({ name: 'user', plural: 'users', account: true, fields: [] });
const opening = buildEntity({ name: 'opening', plural: 'openings', fields: [] });
const room = buildEntity({ name: 'room', plural: 'rooms', fields: [] });

test('of what one account writes only one names the same record, where the account is the rest of the key', () => {
  assert.equal(only(['user', 'opening']), true);
  assert.equal(only(['opening']), true);
  assert.equal(only(['opening', 'room']), false);
  assert.equal(only(['user', 'room']), false);
  assert.equal(only([]), false);
});

function only(key: readonly string[]): boolean {
  const application: Entity = buildEntity({
    name: 'application',
    plural: 'applications',
    fields: [user, opening, room].map(({ name }) =>
      buildField('application', { name, type: referenceTo(name, { cardinality: 'one' }) }),
    ),
    keys:
      key.length === 0
        ? []
        : [
            {
              id: 'application/key',
              label: key.join(),
              origin: 'stated',
              sources: [],
              fields: key,
            },
          ],
  });
  const service = buildService({
    name: 'jobs',
    access: 'accounts',
    entities: [user, opening, room, application],
  });
  const field = application.fields.filter(isReference).find(({ name }) => name === 'opening');
  assert.ok(field !== undefined);
  return isOnlyChild(service, application, field);
}
