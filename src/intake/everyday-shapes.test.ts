import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const shapes: readonly (readonly [name: string, text: string, becomes: readonly string[]])[] = [
  [
    'an entity with one field is an entity, and can be referred to',
    '# Lending\n\n## Product\n\n- name (string, required)\n\n## Loan\n- product (reference to Product, required)\n- lent on (date)\n',
    ['product: name string!', 'loan: product → product!, lent-on date'],
  ],
  [
    'one point that is no field makes no entity',
    '# Shop\n\n## Product\n- name (string)\n- price (money)\n\n## Search\n- by name\n\n## Export\n- all products as CSV\n',
    ['product: name string!, price money'],
  ],
  [
    'one point below rules is no field',
    '# Shop\n\n## Product\n- name (string)\n- shelf (string)\n- number (integer)\n\n## Rules\n- The pair (shelf, number) is unique.\n',
    ['product: name string!, shelf string, number integer; unique(shelf, number)'],
  ],
];

describe('shapes that newcomers write', () => {
  for (const [name, text, becomes] of shapes) {
    test(name, () =>
      assert.deepEqual(
        outline(readRequirements({ document: 'requirements.md', text }).value),
        becomes,
      ),
    );
  }
});
