import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleIn } from './only-they.ts';

test('people of several words are named by what only they may do, and by a line of users', () => {
  assert.deepEqual(peopleIn('Only the clinic manager can delete invoices.'), ['clinic manager']);
  assert.deepEqual(peopleIn('only coaches or front desk staff may cancel classes'), [
    'coaches',
    'front desk staff',
  ]);
  assert.deepEqual(peopleIn('Users: receptionist, vet, clinic manager'), [
    'receptionist',
    'vet',
    'clinic manager',
  ]);
});

test('records and their states are no people', () => {
  for (const text of [
    'Only requested contracts can be activated.',
    'Only paid orders can be shipped.',
    'Only draft orders can have lines.',
    'Only the owner may change it.',
    'Only numbers can follow.',
  ])
    assert.deepEqual(peopleIn(text), [], text);
});
