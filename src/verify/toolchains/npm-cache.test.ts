import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { cacheFolder } from './cache-folder.ts';
import { linkPackages } from './link-packages.ts';
import { cachedPackages } from './npm-cache.ts';
import type { InstallHost } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

let root = '';

describe('cachedPackages', () => {
  eachInOwnFolder();

  it('installs once, however many ask at once, and never again', async () => {
    const installs: string[] = [];
    const asked = Array.from({ length: 5 }, () => cachedPackages(host(installs)));
    const folders = await Promise.all(asked);
    assert.equal(new Set(folders).size, 1);
    assert.equal(await cachedPackages(host(installs)), folders[0]);
    assert.equal(installs.length, 1);
    assert.equal(readFileSync(join(folders[0] ?? '', 'one/index.js'), 'utf8'), 'one');
    assert.deepEqual(readdirSync(join(root, 'cache/npm')).length, 1);
  });

  it('installs again for another lock file, not for another name', async () => {
    const installs: string[] = [];
    await cachedPackages(host(installs));
    writePackage({ name: 'tasks', scripts: { start: 'node .' }, dependencies: { one: '1.0.0' } });
    await cachedPackages(host(installs));
    assert.equal(installs.length, 1);
    writeFileSync(
      join(root, 'service/package-lock.json'),
      '{"lockfileVersion": 3, "packages": {}}',
    );
    await cachedPackages(host(installs));
    assert.equal(installs.length, 2);
  });

  it('says why npm failed, and leaves nothing half done', async () => {
    const failing = {
      ...host([]),
      execute: async () => ({
        code: 1,
        stdout: '',
        stderr: 'npm error code ENOTFOUND\nnpm error A complete log of this run …\n',
      }),
    };
    await assert.rejects(cachedPackages(failing), (error) => {
      assert.ok(error instanceof ToolchainMissing);
      assert.match(
        error.message,
        /^its packages can't be installed: npm ci failed \(npm error code ENOTFOUND\); check the network/,
      );
      return true;
    });
    assert.deepEqual(readdirSync(join(root, 'cache/npm')), []);
  });

  it('skips where there is no npm, and where there is no lock file', async () => {
    const missing = { ...host([]), execute: () => Promise.reject(new Error('spawn npm ENOENT')) };
    await assert.rejects(cachedPackages(missing), /npm could not be started \(spawn npm ENOENT\)/);
    rmSync(join(root, 'service/package-lock.json'));
    await assert.rejects(cachedPackages(host([])), /the service has no package-lock.json/);
  });

  it('takes over the lock of a process that died', async () => {
    const installs: string[] = [];
    const folder = await cachedPackages(host(installs));
    const key = join(folder, '..');
    rmSync(key, { recursive: true });
    // The largest id that Linux gives is 2^22.
    writeFileSync(`${key}.lock`, '4194305');
    await cachedPackages(host(installs));
    assert.equal(installs.length, 2);
  });
});

describe('linkPackages', () => {
  eachInOwnFolder();

  it('links each package, and takes only the links away', async () => {
    const packages = await cachedPackages(host([]));
    const service = join(root, 'service');
    const installed = await linkPackages(async () => packages, service);
    assert.equal(readFileSync(join(service, 'node_modules/one/index.js'), 'utf8'), 'one');
    // What `npm ci` does first must not reach the cache.
    for (const name of readdirSync(join(service, 'node_modules'))) {
      rmSync(join(service, 'node_modules', name), { recursive: true });
    }
    assert.ok(existsSync(join(packages, 'one/index.js')));
    await installed.remove();
    assert.ok(!existsSync(join(service, 'node_modules')));
  });

  it('leaves packages alone that are there already', async () => {
    const own = join(root, 'service/node_modules');
    mkdirSync(own);
    const installed = await linkPackages(
      () => Promise.reject(new Error('not asked')),
      join(root, 'service'),
    );
    await installed.remove();
    assert.ok(existsSync(own));
  });
});

it('keeps the cache where the user says, else where XDG says', () => {
  assert.equal(cacheFolder({ MICROFORGE_CACHE: '/a', XDG_CACHE_HOME: '/b' }), '/a');
  assert.equal(cacheFolder({ MICROFORGE_CACHE: '', XDG_CACHE_HOME: '/b' }), '/b/microforge');
  assert.match(cacheFolder({}), /\.cache[/\\]microforge$/);
});

/** Each test gets a service that needs one package, and a cache. */
function eachInOwnFolder(): void {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'microforge-test-'));
    mkdirSync(join(root, 'service'));
    writePackage({ name: 'notes', dependencies: { one: '1.0.0' } });
    writeFileSync(join(root, 'service/package-lock.json'), '{"lockfileVersion": 3}');
  });
  afterEach(() => rmSync(root, { recursive: true }));
}

/** Stands in for npm: makes one package in the folder where it runs, slowly. */
function host(installs: string[]): InstallHost {
  return {
    directory: join(root, 'service'),
    cache: join(root, 'cache'),
    signal: AbortSignal.timeout(10_000),
    execute: async (_, cwd) => {
      installs.push(cwd);
      await delay(20);
      mkdirSync(join(cwd, 'node_modules/one'), { recursive: true });
      writeFileSync(join(cwd, 'node_modules/one/index.js'), 'one');
      return { code: 0, stdout: '', stderr: '' };
    },
  };
}

function writePackage(json: unknown): void {
  writeFileSync(join(root, 'service/package.json'), JSON.stringify(json));
}
