import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../testing/differ.ts';

test('code, bytecode and interpreter agree on 105,000 random rules', () => {
  for (let seed = 1000; seed < 3100; seed += 1) assert.deepEqual(differences(seed, 50, 4), []);
});
