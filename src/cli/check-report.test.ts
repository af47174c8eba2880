import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from '#intake';
import { checkReport } from './check-report.ts';

const text = `# Library

## Book

- title (string, required, max length 80)
- isbn (string, unique)
- pages (integer, min 1)
- kind (paper | audio), default paper

## Notes

Blorp the frumious gronk on weekdays.
`;

function reportOf(lines: boolean): string[] {
  const { value: blueprint, coverage } = readRequirements({ document: 'library.md', text });
  assert.ok(blueprint);
  return checkReport({ document: 'library.md', text, blueprint, coverage }, lines, (_, it) => it);
}

test('check shows each field with its type and everything that limits it', () => {
  const report = reportOf(false).map((line) => line.trim().replaceAll(/ +/g, ' '));
  for (const line of [
    'title string required, at most 80 characters',
    'isbn string unique',
    'pages integer ≥ 1',
    'kind paper | audio default "paper"',
  ])
    assert.ok(report.includes(line), `${line}\n\n${report.join('\n')}`);
});

test('check shows what was not understood without being asked', () => {
  const report = reportOf(false);
  assert.ok(report.includes('   12  Blorp the frumious gronk on weekdays.'), report.join('\n'));
});

test('--lines says for each line what the blueprint made of it', () => {
  const report = reportOf(true);
  assert.ok(
    report.some((line) => /^ +6 {2}used +- isbn \(string, unique\) +→ book\/isbn$/.test(line)),
    report.join('\n'),
  );
});
