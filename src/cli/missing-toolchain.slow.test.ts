import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const program = join(import.meta.dirname, '../../bin/microforge.js');
const sentence = 'Manage products with SKU, name and stock';
let cwd = '';

describe('forging for languages that this machine does not have', () => {
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'microforge-bare-'));
    mkdirSync(join(cwd, 'programs'));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('is not fully verified, never green, and each line says whose it is', () => {
    const { status, stdout, stderr } = microforge('forge', sentence, '--target', 'python,rust');
    assert.equal(status, 1);
    for (const [target, what] of [
      ['rust', 'cargo not found'],
      ['python', 'Python 3.11 or newer not found'],
    ] as const) {
      const whose = `(?:\\w|-)+ \\(${target}\\)`;
      assert.match(stdout, new RegExp(`^✔ ${whose} artefacts: `, 'm'));
      assert.match(stdout, new RegExp(`^– ${whose} boot: ${what} \\(skipped\\)$`, 'm'));
      assert.match(stdout, new RegExp(`^✔ ${whose} publish: created `, 'm'));
      assert.match(stdout, new RegExp(`^${whose} created: .*, not fully verified: ${what}$`, 'm'));
    }
    assert.doesNotMatch(stdout, /, verified$/m);
    assert.match(stderr, /^warning\[cli\/not-fully-verified\]: .* \(rust\) .*: cargo not found$/m);
  });

  it('says so in JSON, in the report and when it is verified again', () => {
    const forged = microforge('forge', sentence, '--target', 'python,rust', '--json');
    const events = forged.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const of = (target: string) =>
      events.filter((event) => event['target'] === target).map((event) => event['stage']);
    assert.ok(of('rust').includes('boot') && of('python').includes('publish'));
    const { services } = events.at(-1) as { services: { directory: string; target: string }[] };
    const rust = services.find(({ target }) => target === 'rust')?.directory ?? '';
    const report = readFileSync(join(rust, '.microforge/verification/verification.json'), 'utf8');
    const { verdict, missing } = JSON.parse(report) as Record<string, unknown>;
    assert.deepEqual([verdict, missing], ['not fully verified', 'cargo not found']);
    const again = microforge('verify', rust);
    assert.match(again.stdout, /^not fully verified: cargo not found$/m);
    assert.equal(again.status, 1);
    assert.ok(again.stderr.includes('cli/not-fully-verified'));
  });

  it('is fine for who says so', () => {
    const out = ['--target', 'python,rust', '--out', 'said'];
    assert.equal(microforge('forge', sentence, ...out, '--allow-skipped').status, 0);
    const rust = join('said', 'rust');
    assert.equal(microforge('verify', rust, '--allow-skipped').status, 0);
    const again = microforge('regenerate', rust, sentence, '--allow-skipped');
    assert.equal(again.status, 0, again.stderr);
  });
});

/** Runs the command line where no program can be found. */
function microforge(...args: readonly string[]) {
  const env = { PATH: join(cwd, 'programs'), HOME: cwd, MICROFORGE_CACHE: join(cwd, 'cache') };
  const options = { cwd, env, encoding: 'utf8', timeout: 60_000 } as const;
  return spawnSync(process.execPath, [program, ...args], options);
}
