import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofEntity } from './of-entity.ts';

test('gives those of an entity in their order, for each list its own', () => {
  const events = ['a', 'b', 'a'].map((entity, at) => ({ entity, at }));
  assert.deepEqual(ofEntity(events, 'a'), [events[0], events[2]]);
  assert.deepEqual(ofEntity(events, 'c'), []);
  assert.deepEqual(ofEntity([...events].reverse(), 'a'), [events[2], events[0]]);
});
