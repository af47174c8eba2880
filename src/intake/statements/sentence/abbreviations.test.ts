import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelOf } from '../testing/model-of.ts';
import { abbreviations } from './abbreviations.ts';

test('a field has the shorter names that sentences use, where they name no other', () => {
  const { entities } = modelOf(
    'planting: expected-harvest-date date, sown-on date, number-of-tickets integer, odometer-km number, start-date-and-time datetime, first-pickup-date date, last-pickup-date date',
  );
  const [entity] = entities;
  assert.ok(entity);
  const found = new Map(abbreviations(entity));
  assert.deepEqual(
    ['harvest date', 'sowing date', 'tickets', 'odometer', 'start'].map((name) => found.get(name)),
    [0, 1, 2, 3, 4],
  );
  assert.equal(found.has('pickup date'), false);
});
