import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from '../../read-requirements.ts';

const lines = [
  '# Shop',
  '',
  'Keep products.',
  '',
  '## Product',
  '- name (string, required)',
  '- code (string, pattern /(a+)+x/)',
  '- label (string, pattern /(?=a)b+/)',
  '- sku (string, pattern /[A-Z]{2}-[0-9]+/)',
];

test('a pattern that some text keeps busy is left out and asked about: intake/unusable-pattern', () => {
  const { value, diagnostics } = readRequirements({ document: 'p.md', text: lines.join('\n') });
  const found = diagnostics.filter(({ code }) => code === 'intake/unusable-pattern');
  assert.deepEqual(
    found.map(({ source }) => source?.line),
    [7, 8],
  );
  const system = value?.system;
  assert.deepEqual(
    system?.services[0]?.entities[0]?.fields.map(({ pattern }) => pattern),
    [undefined, undefined, undefined, '[A-Z]{2}-[0-9]+'],
  );
  const questions = system?.questions.filter(({ id }) => id.endsWith('-pattern'));
  assert.deepEqual(
    questions?.map(({ sources }) => sources[0]?.line),
    [7, 8],
  );
});
