import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';
import { installPackages, run, startService } from '../../test/support/typescript-service.ts';

const PACKAGE = '@octokit/openapi@23.0.2';
const home = mkdtempSync(join(tmpdir(), 'microforge-largest-'));
const cli = join(root, 'bin/microforge.js');
after(() => rmSync(home, { recursive: true, force: true }));

/** The description of GitHub's API: it is fetched once, since the package is large and holds only data. */
function largestDocument(): string {
  const folder = join(tmpdir(), 'microforge-test-contracts');
  const file = join(folder, 'api.github.com.json');
  if (existsSync(file)) return file;
  const staging = mkdtempSync(join(home, 'package-'));
  const packed = spawnSync('npm', ['pack', PACKAGE, '--silent'], {
    cwd: staging,
    encoding: 'utf8',
  });
  assert.equal(packed.status, 0, `npm pack ${PACKAGE}: ${packed.stderr}`);
  const member = 'package/generated/api.github.com.json';
  const unpacked = spawnSync('tar', ['xzf', packed.stdout.trim(), member], { cwd: staging });
  assert.equal(unpacked.status, 0);
  mkdirSync(folder, { recursive: true });
  renameSync(join(staging, member), file);
  return file;
}

describe('a contract of 1,223 operations', () => {
  const directory = join(home, 'service');
  let document = '';
  before(() => {
    document = largestDocument();
  });

  it('is generated in less than a minute and 500 MB', () => {
    const report = `process.on('exit', () => console.error('PEAK ' + process.resourceUsage().maxRSS));`;
    const preload = `data:text/javascript,${encodeURIComponent(report)}`;
    const begun = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', preload, cli, 'forge', document, '--out', directory, '--no-verify'],
      { encoding: 'utf8', timeout: 120_000 },
    );
    assert.equal(status, 0, stderr.slice(0, 2000));
    assert.ok(performance.now() - begun < 60_000);
    const megabytes =
      Math.max(...[...stderr.matchAll(/PEAK (\d+)/g)].map(([, kB]) => Number(kB))) / 1024;
    assert.ok(megabytes < 500, `${megabytes} MB`);
  });

  it('is served as it was given', () => {
    const given: unknown = JSON.parse(readFileSync(document, 'utf8'));
    const served: unknown = JSON.parse(readFileSync(join(directory, 'openapi.json'), 'utf8'));
    assert.deepEqual(served, given);
  });

  it('is right by the strict compiler, and formatted', () => {
    installPackages(directory);
    const types = run(directory, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal((types.stdout + types.stderr).slice(0, 2000), '');
    const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), [
      '--check',
      'src',
      'test',
    ]);
    assert.equal(formatted.status, 0, formatted.stdout.slice(0, 2000));
  });

  it('starts, and checks what it is sent', async () => {
    const service = await startService(directory, { DATABASE_FILE: ':memory:' });
    try {
      const status = async (path: string) => (await fetch(`${service.url}${path}`)).status;
      assert.equal(await status('/repos/a/b/compare/main...dev'), 501);
      assert.equal(await status('/repos/a/b/issues?per_page=x'), 400);
      assert.equal(await status('/nothing/here'), 404);
    } finally {
      await service.stop();
    }
  });
});
