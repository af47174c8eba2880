import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';

const PACKAGE = '@octokit/openapi@23.0.2';
const cli = join(root, 'bin/microforge.js');

/** The description of GitHub's API: it is fetched once, since the package is large and holds only data. */
export function largestDocument(): string {
  const folder = join(tmpdir(), 'microforge-test-contracts');
  const file = join(folder, 'api.github.com.json');
  if (existsSync(file)) return file;
  const staging = mkdtempSync(join(tmpdir(), 'microforge-package-'));
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
  rmSync(staging, { recursive: true });
  return file;
}

/** Forges the description of GitHub's API: in less than a minute and 500 MB, and served as it was given. */
export function forgeLargest(directory: string, target: string): void {
  const document = largestDocument();
  const report = `process.on('exit', () => console.error('PEAK ' + process.resourceUsage().maxRSS));`;
  const preload = `data:text/javascript,${encodeURIComponent(report)}`;
  const words = ['forge', document, '--target', target, '--out', directory, '--no-verify'];
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, cli, ...words], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  assert.equal(status, 0, stderr.slice(0, 2000));
  assert.ok(performance.now() - begun < 60_000);
  const peaks = [...stderr.matchAll(/PEAK (\d+)/g)].map(([, kB]) => Number(kB) / 1024);
  assert.ok(Math.max(...peaks) < 500, `${Math.max(...peaks)} MB`);
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(read(join(directory, 'openapi.json')), read(document));
}

/** Asks a service of that description, which runs, a few things. */
export async function askLargest(url: string): Promise<void> {
  const status = async (path: string) => (await fetch(`${url}${path}`)).status;
  assert.equal(await status('/repos/a/b/compare/main...dev'), 501);
  assert.equal(await status('/repos/a/b/issues?per_page=x'), 400);
  assert.equal(await status('/nothing/here'), 404);
}
