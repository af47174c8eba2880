import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticsToJson } from './diagnostics-to-json.ts';

test('JSON holds every field, sorted, on one line without control characters', () => {
  const source = { document: 'prd.md', line: 2, column: 1, endLine: 2, endColumn: 4 };
  const diagnostics: Diagnostic[] = [
    { help: 'h', message: 'a\u0000\u001b\u009b\u202e\n"', code: 'a/b', severity: 'info', source },
    { help: 'h', message: 'm', code: 'a/a', severity: 'error' },
  ];
  const text = diagnosticsToJson(diagnostics);
  assert.deepEqual(JSON.parse(text), diagnostics.toReversed());
  // oxlint-disable-next-line no-control-regex -- that there are none is the point
  assert.doesNotMatch(text, /[\u0000-\u001f\u007f-\u009f\u202e]/);
  assert.equal(diagnosticsToJson([]), '[]');
});
