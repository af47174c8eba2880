import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { XMLValidator } from 'fast-xml-parser';
import type { Verification } from '../verification.ts';
import { verifyDiagnostics } from '../verify.diagnostics.ts';
import { reportFiles } from './report-files.ts';
import { verificationTable } from './verification-table.ts';

const tool = { name: 'microforge', version: '0.1.0' };
const finding = {
  ...verifyDiagnostics.create('not-started', { reason: 'It ended.', log: '<a> & "b"\u0007' }),
  clause: 'SP-13.7',
  curl: 'curl -sS "$URL"',
};

describe('reportFiles', () => {
  it('writes the same bytes however long it took', () => {
    assert.deepEqual(reportFiles(verification(1), tool), reportFiles(verification(999), tool));
  });

  it('gives every finding with clause and curl in each report', () => {
    for (const [path, text] of reportFiles(verification(1), tool)) {
      for (const part of ['not-started', 'SP-13.7', '$URL']) {
        assert.ok(text.includes(part), `${path} has no ${part}`);
      }
    }
  });

  it('counts in JUnit, and escapes what XML can not hold', () => {
    const xml = reportFiles(verification(1), tool).get('.microforge/verification/junit.xml') ?? '';
    assert.equal(XMLValidator.validate(xml), true);
    assert.match(xml, /<testsuite name="boot" tests="1" failures="1" errors="0" skipped="0">/);
    assert.match(xml, /<testsuite name="types" tests="1" failures="0" errors="0" skipped="1">/);
    assert.match(xml, /&lt;a&gt; &amp; &quot;b&quot;\ufffd/);
  });

  it('keeps control characters out of the table, and shows at most so many findings', () => {
    const table = verificationTable(verification(1), { measured: true, findings: 0 });
    assert.equal(
      table,
      '✖  boot   p99Ms 1, 0.0 s\n    … and 1 more\n–  types  skipped: no npm  p99Ms 1, 0.0 s\n\nnotes (typescript): failed\n',
    );
    const full = verificationTable(verification(1), { measured: false });
    assert.ok(full.includes('\\u{7}') && !full.includes('\u0007'));
  });
});

function verification(durationMs: number): Verification {
  const measured = { p99Ms: durationMs };
  return {
    verdict: 'failed',
    service: 'notes',
    target: 'typescript',
    seed: 1,
    gates: [
      {
        name: 'boot',
        title: 'boot',
        verdict: 'failed',
        findings: [finding],
        summary: '',
        durationMs,
        measured,
      },
      {
        name: 'types',
        title: 'types',
        verdict: 'skipped',
        reason: 'no npm',
        findings: [],
        summary: '',
        durationMs,
        measured,
      },
    ],
  };
}
