import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { command } from './check.command.ts';
import { runCommandLine } from './test-ports.ts';

const PRD = `# Library

## Roles

- **Librarian**: keeps the books.

## Book

- title (string, required)
- isbn (string, unique)
- status (available | lent)

Lifecycle: available → lent → available

A book that is lent can not be deleted.

## Open questions

- Who pays for lost books?
`;

const check = (...argv: string[]) =>
  runCommandLine([command], ['check', '-', ...argv], { stdin: async () => Buffer.from(PRD) });

describe('check', () => {
  it('reports what was understood, with lines', async () => {
    const { code, stdout, stderr } = await check();
    assert.deepEqual([code, stderr], [0, '']);
    for (const expected of [
      /^Library \(with accounts\)$/m,
      /^book$/m,
      /^ {2}title +string required$/m,
      /^ {2}isbn +string unique$/m,
      /^ {2}status +available \| lent default "available"$/m,
      /^ {2}available → lent, lent → available$/m,
      /^Roles\n {2}· Librarian \(line 5\)$/m,
      /^Rules\n {2}· Book: A book that is lent can not be deleted\. ⟹ status is not “lent” \(line 15\)$/m,
      /^Assumed\n {2}· /m,
      /^Open questions\n[^]*Who pays for lost books\? \(line 19\)$/m,
      /^\d+ lines: \d+ used, \d+ context, \d+ questions, 0 not understood$/m,
    ])
      assert.match(stdout, expected);
    assert.doesNotMatch(stdout, /→ book\/title/);
  });

  it('accounts for every line with --lines', async () => {
    const { stdout } = await check('--lines');
    assert.match(stdout, /^ +9 {2}used +- title \(string, required\) +→ book\/title$/m);
    const filled = PRD.split('\n').filter((line) => line !== '').length;
    assert.equal(
      stdout.match(/^ +\d+ {2}(used|context|question|not-understood) /gm)?.length,
      filled,
    );
  });

  it('prints one document with --json', async () => {
    const { code, stdout, stderr } = await check('--json');
    assert.deepEqual([code, stderr], [0, '']);
    const { coverage, assumptions, questions, blueprint } = JSON.parse(stdout) as {
      coverage: { total: number; lines: { line: number; status: string }[] };
      assumptions: unknown[];
      questions: { label: string }[];
      blueprint: { system: { services: { entities: { name: string }[] }[] } };
    };
    assert.deepEqual(
      blueprint.system.services.flatMap(({ entities }) => entities.map(({ name }) => name)),
      ['book'],
    );
    assert.equal(coverage.lines.length, coverage.total);
    assert.ok(assumptions.length > 0);
    assert.ok(questions.some(({ label }) => label === 'Who pays for lost books?'));
  });

  it('says nothing on stdout about requirements that it refuses', async () => {
    const { code, stdout, stderr } = await runCommandLine([command], ['check', '-', '--json'], {
      stdin: async () => Buffer.from('# Snake\n\nA game for the terminal.\n'),
    });
    assert.deepEqual([code, stdout], [1, '']);
    assert.ok((JSON.parse(stderr) as unknown[]).length > 0);
  });
});
