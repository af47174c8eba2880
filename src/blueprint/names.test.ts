import assert from 'node:assert/strict';
import { test } from 'node:test';
import { camelCase, constantCase, pascalCase, sentenceCase, snakeCase } from './names.ts';

test('every casing of a name', () => {
  const table: readonly (readonly [string, ...string[]])[] = [
    ['task', 'task', 'Task', 'task', 'TASK', 'Task'],
    ['due-date', 'dueDate', 'DueDate', 'due_date', 'DUE_DATE', 'Due date'],
    ['a-b-c', 'aBC', 'ABC', 'a_b_c', 'A_B_C', 'A b c'],
    ['line-2', 'line2', 'Line2', 'line_2', 'LINE_2', 'Line 2'],
    ['x2y-z3', 'x2yZ3', 'X2yZ3', 'x2y_z3', 'X2Y_Z3', 'X2y z3'],
    ['a--b-', 'a-B-', 'A-B-', 'a__b_', 'A__B_', 'A  b '],
  ];
  for (const [name, ...expected] of table) {
    const casings = [camelCase, pascalCase, snakeCase, constantCase, sentenceCase];
    assert.deepEqual(
      casings.map((casing) => casing(name)),
      expected,
    );
  }
});
