import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticsToSarif } from './diagnostics-to-sarif.ts';

const span = { document: 'docs/要件 1.md', line: 3, column: 2, endLine: 3, endColumn: 5 };
const diagnostics: Diagnostic[] = [
  { code: 'intake/b', severity: 'warning', message: 'two', help: 'do it', source: span },
  {
    code: 'intake/b',
    severity: 'warning',
    message: 'one',
    help: 'do it',
    source: { ...span, line: 1 },
  },
  { code: 'files/a', severity: 'info', message: 'no place', help: 'nothing' },
];

test('a SARIF log has the structure that SARIF 2.1.0 asks for', () => {
  const log = JSON.parse(diagnosticsToSarif(diagnostics, { name: 'MicroForge', version: '1.2.3' }));
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs.length, 1);
  const [{ tool, results, columnKind }] = log.runs;
  assert.equal(columnKind, 'utf16CodeUnits');
  assert.deepEqual(tool.driver, {
    name: 'MicroForge',
    version: '1.2.3',
    rules: [
      { id: 'files/a', defaultConfiguration: { level: 'note' }, help: { text: 'nothing' } },
      { id: 'intake/b', defaultConfiguration: { level: 'warning' }, help: { text: 'do it' } },
    ],
  });
  assert.deepEqual(
    results.map((result: { message: { text: string } }) => result.message.text),
    ['no place', 'one', 'two'],
  );
  for (const result of results) assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
  assert.equal('locations' in results[0], false);
  assert.deepEqual(results[2].locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: 'docs/%E8%A6%81%E4%BB%B6%201.md' },
        region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 5 },
      },
    },
  ]);
});

test('the same diagnostics in another order give the same bytes', () => {
  const tool = { name: 'x', version: '1' };
  assert.equal(
    diagnosticsToSarif(diagnostics, tool),
    diagnosticsToSarif(diagnostics.toReversed(), tool),
  );
});

test('a log without findings says so, and odd document names stay valid URIs', () => {
  const tool = { name: 'x', version: '1' };
  assert.deepEqual(JSON.parse(diagnosticsToSarif([], tool)).runs[0].results, []);
  for (const [document, uri] of [
    ['a\\b c.md', 'a/b%20c.md'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['c:x\ud800', 'c%3Ax%EF%BF%BD'],
  ] as const) {
    const log = JSON.parse(
      diagnosticsToSarif([{ ...diagnostics[0]!, source: { ...span, document } }], tool),
    );
    assert.equal(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, uri);
  }
});
