import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineCommand } from './command.ts';
import { runCommandLine } from './test-ports.ts';

const greet = defineCommand({
  name: 'greet',
  summary: 'greets somebody',
  usage: 'greet <name> [options]',
  example: 'microforge greet Ada --loud',
  positionals: { min: 1, max: 1 },
  options: {
    loud: { type: 'boolean', short: 'l', default: false, description: 'in capitals' },
    verify: { type: 'boolean', default: true, description: 'do not look twice' },
    target: { type: 'string', default: 'typescript', placeholder: 'NAME', description: 'stack' },
  },
  async run({ args, values, output }) {
    if (args[0] === 'bug') throw new Error('the bug');
    const text = `Hello ${args[0]} ${String(values.verify)} ${values.target}`;
    output.result({ text }, values.loud ? text.toUpperCase() : text);
    return args[0] === 'nobody' ? 1 : 0;
  },
});

const run = (...argv: string[]) => runCommandLine([greet], argv);

describe('dispatch', () => {
  it('runs a command with its values and gives its exit code', async () => {
    assert.deepEqual(await run('greet', 'Ada'), {
      code: 0,
      stdout: 'Hello Ada true typescript\n',
      stderr: '',
    });
    assert.equal(
      (await run('greet', 'Ada', '-l', '--no-verify')).stdout,
      'HELLO ADA FALSE TYPESCRIPT\n',
    );
    assert.equal((await run('greet', 'nobody')).code, 1);
  });

  it('takes an option without its value for a mistake, cli/bad-option', async () => {
    const { code, stderr } = await run('greet', 'Ada', '--target', '');
    assert.equal(code, 2);
    assert.match(stderr, /--target needs a value/);
  });

  it('says one line when it was asked to stop, none in JSON', async () => {
    const signal = AbortSignal.abort();
    const stop = (...argv: string[]) => runCommandLine([greet], argv, { signal });
    assert.deepEqual(await stop('greet', 'bug'), { code: 1, stdout: '', stderr: 'Stopped.\n' });
    assert.deepEqual(await stop('greet', 'bug', '--json'), { code: 1, stdout: '', stderr: '' });
  });

  it('speaks JSON with --json, wherever it stands', async () => {
    const { stdout } = await run('greet', 'Ada', '--json', '--target=rust');
    assert.deepEqual(JSON.parse(stdout), { event: 'result', text: 'Hello Ada true rust' });
    assert.equal((await run('greet', '--', '--json')).stdout, 'Hello --json true typescript\n');
  });

  it('helps: all commands, one command with its options and an example', async () => {
    const { code, stdout } = await run('--help');
    assert.equal(code, 0);
    assert.match(stdout, /greet +greets somebody/);
    for (const argv of [
      ['greet', '--help'],
      ['help', 'greet'],
      ['greet', '-h'],
    ]) {
      const help = await run(...argv);
      assert.equal(help.code, 0);
      assert.match(
        help.stdout,
        /Usage: microforge greet <name>[^]*-l, --loud[^]*--no-verify[^]*--target NAME/,
      );
      assert.match(help.stdout, /Example: microforge greet Ada --loud/);
    }
  });

  it('shows help on stderr and fails when nothing was asked', async () => {
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /Usage: microforge <command>/);
  });

  it('prints its version', async () => {
    for (const argument of ['--version', '-v', 'version']) {
      assert.deepEqual(await run(argument), { code: 0, stdout: '1.2.3\n', stderr: '' });
    }
  });

  it('suggests the command that was meant: cli/unknown-command', async () => {
    const { code, stderr } = await run('gret', '--json');
    const [diagnostic] = JSON.parse(stderr) as [{ code: string; message: string }];
    assert.equal(code, 2);
    assert.equal(diagnostic.code, 'cli/unknown-command');
    assert.match(diagnostic.message, /did you mean "greet"\?/);
    assert.doesNotMatch((await run('frobnicate')).stderr, /did you mean/);
  });

  it('refuses options that it does not have: cli/bad-option', async () => {
    const { code, stderr } = await run('greet', 'Ada', '--laud');
    assert.equal(code, 2);
    assert.match(stderr, /cli\/bad-option.*--laud.*did you mean "--loud"\?/);
    assert.match((await run('greet', '--loud=yes', 'x')).stderr, /cli\/bad-option/);
    assert.match((await run('greet', 'x', '--target')).stderr, /cli\/bad-option.*--target/);
  });

  it('counts arguments: cli/wrong-arguments', async () => {
    assert.equal((await run('greet')).code, 2);
    const { code, stderr } = await run('greet', 'Ada', 'Grace');
    assert.equal(code, 2);
    assert.match(stderr, /cli\/wrong-arguments.*given 2 arguments; usage: microforge greet <name>/);
  });

  it('calls a bug a bug: cli/internal-error, the stack only when asked for', async () => {
    const { code, stderr } = await run('greet', 'bug');
    assert.equal(code, 3);
    assert.match(stderr, /cli\/internal-error.*the bug/);
    assert.doesNotMatch(stderr, /dispatch\.test\.ts/);
    const debug = await runCommandLine([greet], ['greet', 'bug'], {
      env: { MICROFORGE_DEBUG: '1' },
    });
    assert.match(debug.stderr, /dispatch\.test\.ts/);
  });
});
