import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from './diagnostic.ts';
import { hasErrors } from './has-errors.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

function row(code: string, document?: string, line = 1, column = 1): Diagnostic {
  const base = { code, severity: 'warning', message: '', help: '' } as const;
  return document === undefined
    ? base
    : { ...base, source: { document, line, column, endLine: line, endColumn: column } };
}

test('diagnostics sort by document, line, column and code, and equals keep their order', () => {
  const sorted = [
    row('z/z'),
    row('a/a', 'B.md'),
    row('a/b', 'a.md', 2),
    row('a/a', 'a.md', 10),
    row('a/c', 'a.md', 10),
  ];
  const shuffled = [3, 1, 4, 0, 2].map((index) => sorted[index]!);
  assert.deepEqual(sortDiagnostics(shuffled), sorted);
  const twins = [
    { ...row('a/a', 'a.md'), message: '2' },
    { ...row('a/a', 'a.md'), message: '1' },
  ];
  assert.deepEqual(sortDiagnostics(twins), twins);
});

test('only an error stops the work', () => {
  assert.equal(hasErrors([]), false);
  assert.equal(hasErrors([row('a/a')]), false);
  assert.equal(hasErrors([row('a/a'), { ...row('b/b'), severity: 'error' }]), true);
});
