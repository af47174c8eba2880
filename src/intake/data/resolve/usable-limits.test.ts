import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from '../../read-requirements.ts';

const lines = [
  '# Shop',
  '',
  '## Product',
  '- name (string, required)',
  '- quantity: integer, min 10, max 5',
  '- weight: number, greater than 5, at most 5',
  '- note: text, at least 50 characters, at most 10 characters',
  '- rank: integer, at least 5, at most 5',
];

test('limits that no value keeps are left out and asked about: intake/impossible-limits', () => {
  const { value, diagnostics } = readRequirements({ document: 'p.md', text: lines.join('\n') });
  const found = diagnostics.filter(({ code }) => code === 'intake/impossible-limits');
  assert.deepEqual(
    found.map(({ source }) => source?.line),
    [5, 6, 7],
  );
  const system = value?.system;
  assert.deepEqual(
    system?.services[0]?.entities[0]?.fields.map(({ min, max, minLength, maxLength }) => [
      min?.value ?? minLength,
      max?.value ?? maxLength,
    ]),
    [[], [], [], [], ['5', '5']].map(([low, high]) => [low, high]),
  );
  const questions = system?.questions.filter(({ id }) => id.endsWith('-limits'));
  assert.deepEqual(
    questions?.map(({ sources }) => sources[0]?.line),
    [5, 6, 7],
  );
});
