import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Restarts } from './restarts.ts';

it('waits longer each time, by chance within a half, up to a limit, and gives up', () => {
  const options = { limit: 6, baseMs: 100, maxMs: 1000, stableMs: 5000 };
  const waits = (chance: number) => {
    const restarts = new Restarts(options, () => chance);
    return Array.from({ length: 7 }, () => restarts.next(10));
  };
  assert.deepEqual(waits(0), [50, 100, 200, 400, 500, 500, undefined]);
  assert.deepEqual(waits(1), [100, 200, 400, 800, 1000, 1000, undefined]);
});

it('begins anew after a time without an end', () => {
  const restarts = new Restarts({ limit: 2, baseMs: 100, stableMs: 5000 }, () => 1);
  assert.deepEqual(
    [restarts.next(0), restarts.next(4999), restarts.next(5000), restarts.next(0)],
    [100, 200, 100, 200],
  );
  assert.equal(restarts.next(0), undefined);
});
