import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { createOutput, type Output } from './output.ts';

const problem = cliDiagnostics.create('internal-error', { reason: 'none' });

/** What a piece of work writes to stdout and stderr in one mode. */
function written(
  work: (output: Output) => void,
  {
    tty = false,
    json = false,
    env = {},
  }: { tty?: boolean; json?: boolean; env?: Record<string, string> },
): { stdout: string; stderr: string } {
  let [stdout, stderr] = ['', ''];
  const output = createOutput({
    json,
    env,
    stdout: { isTTY: tty, columns: 40, write: (text) => (stdout += text) },
    stderr: { isTTY: tty, write: (text) => (stderr += text) },
  });
  work(output);
  return { stdout, stderr };
}

/** A long command in miniature. */
function work(output: Output): void {
  const boot = output.stage('boot');
  boot.update('waiting for /health/ready');
  boot.done('1 service');
  output.stage('fuzz').skip('no toolchain');
  output.line('all done');
  output.diagnostics([problem]);
  output.result({ ok: true }, 'running');
}

const escape = '\u001B';

describe('output', () => {
  it('prints plain lines into a pipe, one per stage', () => {
    const { stdout, stderr } = written(work, {});
    assert.equal(
      stdout.replace(/\d\.\d s/, 'N s'),
      '✔ boot: 1 service (N s)\n– fuzz: no toolchain (skipped)\nall done\nrunning\n',
    );
    assert.match(stderr, /^error\[cli\/internal-error\]/);
    assert.ok(!stdout.includes(escape) && !stderr.includes(escape));
  });

  it('shows live progress on a terminal, and the same lines in the end', () => {
    const { stdout } = written(work, { tty: true });
    assert.ok(stdout.includes(escape));
    const lines = stripVTControlCharacters(stdout).split('\n');
    const shown = lines.map((line) =>
      line.slice(line.lastIndexOf('\r') + 1).replace(/\d\.\d s/, 'N s'),
    );
    assert.deepEqual(shown.slice(0, 2), [
      '✔ boot: 1 service (N s)',
      '– fuzz: no toolchain (skipped)',
    ]);
  });

  it('says whose a stage is where several are made, in every mode', () => {
    const of = { service: 'shop', target: 'rust' };
    const stage = (output: Output) => {
      const boot = output.stage('boot', of);
      boot.update('waiting');
      boot.done();
    };
    assert.match(written(stage, {}).stdout, /^✔ shop \(rust\) boot /);
    assert.match(written(stage, { tty: true }).stdout, /. shop \(rust\) boot: waiting/);
    for (const line of written(stage, { json: true }).stdout.trimEnd().split('\n'))
      assert.match(line, /"stage":"boot","service":"shop","target":"rust"/);
  });

  it('prints nothing but JSON with --json: an event a line, the result last', () => {
    const { stdout, stderr } = written(work, { json: true, tty: true });
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { event: string });
    assert.deepEqual(
      events.map(({ event }) => event),
      ['stage', 'progress', 'stage', 'stage', 'stage', 'result'],
    );
    assert.equal((JSON.parse(stderr) as [{ code: string }])[0].code, 'cli/internal-error');
  });

  it('obeys NO_COLOR, FORCE_COLOR and TERM=dumb', () => {
    const paint = (output: Output) => output.line(output.style('red', 'x'));
    const colored = (options: Parameters<typeof written>[1]) =>
      written(paint, options).stdout !== 'x\n';
    assert.equal(colored({ tty: true }), true);
    assert.equal(colored({ tty: true, env: { NO_COLOR: '1' } }), false);
    assert.equal(colored({ tty: true, env: { TERM: 'dumb' } }), false);
    assert.equal(colored({ tty: false, env: { FORCE_COLOR: '1' } }), true);
    assert.equal(colored({ tty: false, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }), false);
  });

  it('prints a document alone and exactly', () => {
    for (const json of [true, false]) {
      assert.equal(written((output) => output.document('{"a":1}'), { json }).stdout, '{"a":1}\n');
    }
  });
});
