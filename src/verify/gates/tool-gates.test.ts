import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { notes } from '../../../test/fixtures/workshop.ts';
import { gateContext } from '../../../test/support/gate-context.ts';
import { writeService } from '../../../test/support/write-service.ts';
import { nodeTestCounts } from '../toolchains/node-test-counts.ts';
import { gate as format } from './format.gate.ts';
import { gate as tests } from './tests.gate.ts';
import { gate as types } from './types.gate.ts';

describe('the format gate', () => {
  it('passes what the formatter leaves alone', async () => {
    const result = await format.run(said(0, ''));
    assert.equal(result.verdict, 'passed');
  });
  it('finds verify/not-formatted', async () => {
    const { findings } = await format.run(said(1, 'src/main.ts\u001b[0m'));
    assert.equal(findings[0]?.code, 'verify/not-formatted');
    assert.match(findings[0]?.message ?? '', /src\/main\.ts\\u\{1b\}/);
  });
});

describe('the format gate, of a service that its user edited', () => {
  const directory = mkdtempSync(join(tmpdir(), 'format-gate-'));
  before(async () => {
    await writeService(notes(), directory);
    appendFileSync(join(directory, 'src/app.ts'), '   // mine\n');
  });
  after(() => rmSync(directory, { recursive: true }));
  const judge = (output: string, code = 1) =>
    format.run(gateContext({ ...said(code, output), directory }));

  it('leaves the layout of edits to the user: verify/edit-not-formatted', async () => {
    for (const output of ['src/app.ts (2ms)', `Diff in ${directory}/src/app.ts:7:`]) {
      const { verdict, findings } = await judge(output);
      assert.deepEqual(
        [verdict, findings.map(({ code, severity }) => [code, severity])],
        ['passed', [['verify/edit-not-formatted', 'warning']]],
      );
    }
  });
  it('is red for what nobody edited, and for a formatter that says nothing', async () => {
    for (const output of ['src/app.ts\nsrc/main.ts', 'src/main.ts', 'lib/src/app.ts', 'Killed'])
      assert.equal((await judge(output)).findings[0]?.code, 'verify/not-formatted', output);
  });
});

describe('the types gate', () => {
  it('passes what the compiler accepts', async () => {
    assert.equal((await types.run(said(0, ''))).verdict, 'passed');
  });
  it('finds verify/type-error with its place', async () => {
    const { findings } = await types.run(
      said(2, 'src/a.ts(3,7): error TS2322: No.\nFound 1 error.'),
    );
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.code, 'verify/type-error');
    assert.deepEqual(findings[0]?.source, {
      document: 'src/a.ts',
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 8,
    });
  });
  it('does not pass a compiler that crashed', async () => {
    assert.equal((await types.run(said(134, 'out of memory'))).verdict, 'failed');
    assert.equal((await types.run(said(null, ''))).verdict, 'failed');
  });
});

describe('the tests gate', () => {
  it('passes when tests ran and none failed', async () => {
    const result = await tests.run(said(0, '# pass 12\n# fail 0\n'));
    assert.deepEqual([result.verdict, result.summary], ['passed', '12 tests']);
  });
  it('finds verify/tests-failed and names them', async () => {
    const { findings } = await tests.run(
      said(1, 'not ok 1 - keeps the rule\n# pass 11\n# fail 1\n'),
    );
    assert.equal(findings[0]?.code, 'verify/tests-failed');
    assert.match(findings[0]?.message ?? '', /1 of .* keeps the rule/);
  });
  it('finds verify/no-tests when none ran, and when the runner did not start', async () => {
    for (const output of ['# pass 0\n# fail 0\n', 'Error: no such file']) {
      const { findings } = await tests.run(said(0, output));
      assert.equal(findings[0]?.code, 'verify/no-tests');
    }
  });
  it('does not pass a runner that ends badly after its tests', async () => {
    assert.equal((await tests.run(said(1, '# pass 12\n# fail 0\n'))).verdict, 'failed');
  });
});

function said(code: number | null, stdout: string) {
  return gateContext({
    tool: async () => ({ code, stdout, stderr: '' }),
    testCounts: nodeTestCounts,
  });
}
