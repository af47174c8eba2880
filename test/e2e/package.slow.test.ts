import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';
import { Workplace } from './support/command-line.ts';
import { contentOf } from './support/folder-content.ts';

const work = new Workplace();
after(() => work.remove());

describe('the package', () => {
  const requirements = 'A book has a title (string, required, unique) and pages (integer, min 1).';
  const installed = work.path('app', 'node_modules', 'microforge', 'bin', 'microforge.js');
  const microforge = (...args: string[]) => work.start(args, undefined, installed).ended;

  before(() => {
    const npm = (cwd: string, ...args: string[]) =>
      execFileSync('npm', [...args, '--no-audit', '--no-fund'], { cwd, stdio: 'ignore' });
    npm(root, 'pack', '--pack-destination', work.folder);
    const [tarball] = readdirSync(work.folder).filter((name) => name.endsWith('.tgz'));
    assert.ok(tarball !== undefined);
    mkdirSync(work.path('app'));
    writeFileSync(work.path('app', 'package.json'), '{"private": true}');
    // Its `node` is for machines whose own is too old: it is not started here.
    npm(work.path('app'), 'install', work.path(tarball), '--prefer-offline', '--ignore-scripts');
  });

  it('holds no sources, and leaves nothing where it was made', () => {
    const folders = readdirSync(work.path('app', 'node_modules', 'microforge'));
    assert.deepEqual(folders.sort(), ['LICENSE', 'README.md', 'bin', 'dist', 'package.json']);
    assert.ok(!existsSync(join(root, 'dist')));
  });

  it('forges what the sources forge, byte for byte', async () => {
    for (const target of ['typescript', 'python']) {
      const args = ['forge', requirements, '--target', target, '--no-verify', '--out'];
      const [ours, theirs] = [work.path(`sources-${target}`), work.path(`package-${target}`)];
      assert.equal((await work.run([...args, ours])).code, 0);
      const { code, stderr } = await microforge(...args, theirs);
      assert.equal(code, 0, stderr);
      const files = contentOf(theirs);
      assert.ok(files.size > 50, `${files.size} files`);
      assert.deepEqual(files, contentOf(ours));
    }
  });

  it('knows its version, prints contracts, and finds every command', async () => {
    assert.equal((await microforge('--version')).stdout.trim(), '0.1.0');
    const yaml = await microforge('contract', requirements, '--format', 'yaml');
    assert.match(yaml.stdout, /^openapi: "3\.1/);
    writeFileSync(work.path('contract.yaml'), yaml.stdout);
    const compared = await microforge('contract', 'diff', 'contract.yaml', 'contract.yaml');
    assert.equal(compared.code, 0, compared.stderr);
    assert.equal((await microforge('check', requirements)).code, 0);
    for (const command of ['blueprint', 'verify', 'run'])
      assert.equal((await microforge(command, '--help')).code, 0, command);
  });

  it('hosts a component, with the runtime that it brings', async () => {
    const contract =
      "{ name: 'greeter', version: '1.0.0', input: true, output: true, config: true }";
    const component = `metadata = { interface: ${contract} }; execute() { return 'hello'; }`;
    writeFileSync(work.path('greeter.mjs'), `export class Greeter { ${component} }`);
    const services = { greet: { module: './greeter.mjs', class: 'Greeter', config: {} } };
    writeFileSync(work.path('services.json'), JSON.stringify({ services }));
    const running = work.start(['run', 'services.json'], undefined, installed);
    await running.until(/greet .*in process/);
    running.process.kill('SIGTERM');
    assert.equal((await running.ended).code, 0);
  });

  it('starts a service and verifies one, with the programs that these need', async () => {
    const service = work.path('package-typescript');
    const verified = await microforge('verify', service, '--gate', 'boot,contract,abuse');
    assert.equal(verified.code, 0, verified.stdout + verified.stderr);
    const running = work.start(['run', service, '--port', '0'], undefined, installed);
    await running.until(/http:\/\/127\.0\.0\.1:\d+/);
    running.process.kill('SIGTERM');
    assert.equal((await running.ended).code, 0);
    assert.deepEqual(await work.strayProcesses(), []);
  });
});
