import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../scripts/root.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-compiled-'));
after(() => rmSync(home, { recursive: true, force: true }));
const program = join(home, 'program');
const cache = join(home, 'cache');

const loader = JSON.stringify(join(root, 'bin', 'load-compiled.js'));
/** Says what the program gives, and keeps what was compiled. */
const runner = `
  import { setFlagsFromString } from 'node:v8';
  const { compiledModules } = await import(${loader});
  const grow = (factor) => setFlagsFromString('--semi-space-growth-factor=' + factor);
  const { load, loaded, keep } = compiledModules(process.argv[1], 'run', grow);
  const { start } = load('./start.cjs');
  loaded();
  console.log(await start());
  keep();
`;

async function run(folder = program): Promise<string> {
  const args = ['--input-type=module', '-e', runner, folder];
  const env = { ...process.env, MICROFORGE_CACHE: cache };
  return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
}

function write(part: string, build = 'one'): void {
  mkdirSync(program, { recursive: true });
  writeFileSync(join(program, 'build-id'), build);
  writeFileSync(
    join(program, 'start.cjs'),
    `const { join } = require('node:path');
     exports.start = async () => [require('./part.cjs').part(), (await import('node:os')).EOL === '', join('a', 'b')].join();`,
  );
  writeFileSync(join(program, 'part.cjs'), `exports.part = () => ${part};`);
}

const kept = () =>
  readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.bin'));

describe('modules with their compiled code', () => {
  beforeEach(() => {
    rmSync(cache, { recursive: true, force: true });
    write('"old"');
  });

  it('run the same the first time and later, and import what is not theirs', async () => {
    for (let time = 0; time < 5; time += 1) assert.equal(await run(), 'old,false,a/b');
    assert.equal(kept().length, 1);
  });

  it('run what the file says now, be it as long as before', async () => {
    assert.match(await run(), /^old/);
    write('"new"');
    assert.match(await run(), /^new/);
    assert.match(await run(), /^new/);
  });

  it('run what another build says', async () => {
    assert.match(await run(), /^old/);
    write('"new"', 'two');
    assert.match(await run(), /^new/);
  });

  it('run several at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => run()));
    assert.deepEqual(new Set(all), new Set(['old,false,a/b']));
    assert.equal(kept().length, 1);
  });

  it('run where nothing can be kept', async () => {
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    assert.match(await run(), /^old/);
    assert.deepEqual(readdirSync(cache), []);
  });
});
