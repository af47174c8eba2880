import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { readRequirements } from '../read-requirements.ts';

const example = readFileSync(new URL('../../../examples/team-tasks.md', import.meta.url), 'utf8');
const notations = readFileSync(new URL('../../../docs/notations.md', import.meta.url), 'utf8');
const sections = notations.split(/^### /m).filter((_, index) => index % sweep(30, 1) === 0);
const texts = [example, ...[notations].slice(0, sweep(0, 1)), ...sections]
  .map((text) => text.trim())
  .filter((text) => text !== '');

describe('coverage', () => {
  test('has every line that is not blank exactly once, and the numbers add up', () => {
    for (const text of texts) {
      const { coverage, diagnostics } = readRequirements({ document: 'requirements.md', text });
      if (diagnostics.some(({ code }) => code === 'intake/empty')) continue;
      const expected = text
        .split('\n')
        .flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
      assert.deepEqual(
        coverage.lines.map(({ line }) => line),
        expected,
      );
      assert.equal(
        coverage.used + coverage.context + coverage.question + coverage.notUnderstood,
        coverage.total,
      );
      assert.equal(coverage.total, expected.length);
      assert.ok(coverage.lines.every(({ reason }) => reason !== ''));
    }
  });

  test('uses every line of the data section of the example', () => {
    const { coverage } = readRequirements({ document: 'team-tasks.md', text: example });
    const lines = example.split('\n');
    const from = lines.indexOf('## Data') + 1;
    const to = lines.findIndex((line, index) => index > from && line.startsWith('## ')) + 1;
    const left = coverage.lines.filter(
      ({ line, status }) => line > from && line < to && status === 'not-understood',
    );
    assert.deepEqual(
      left.map(({ line }) => lines[line - 1]),
      [],
    );
  });

  test('names lines that nothing was made of', () => {
    const text =
      '## Data model\n\n### Task\n- title: string\n- due: date\n\n## Requirements\n\nBlorp the frumious gronk on weekdays.\n';
    const { coverage } = readRequirements({ document: 'requirements.md', text });
    assert.equal(coverage.lines.find(({ line }) => line === 9)?.status, 'not-understood');
  });
});
