// node scripts/bootstrap.mjs <script.ts> [arguments…]
// From a bare clone with any Node >= 18: installs the locked packages when they are missing or differ
// from package-lock.json, then runs the script on the Node that they bring.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { handOver, howToGetNode, isRecent, packagedNode } from '../bin/hand-over.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockFolder = join(root, '.bootstrap.lock');
process.chdir(root);

if (!isInstalled()) install();
await run(process.argv.slice(2));

/** npm leaves what it really installed in node_modules/.package-lock.json: that is the stamp. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  if (!wanted || !present || !packagedNode(root)) return false;
  const same = (name) => present[name]?.version === wanted[name]?.version;
  const required = Object.keys(wanted).filter((name) => name !== '' && !wanted[name].optional);
  return [...required, ...Object.keys(present)].every(same);
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** One install at a time: `npm ci` empties node_modules, so a second one beside it would break both. */
function install() {
  if (!takeLock()) return;
  try {
    console.error('microforge: installing packages (npm ci) …');
    npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
    if (!packagedNode(root)) npm('rebuild', 'node');
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}

/** False when another process installed what we need while we waited for it. */
function takeLock() {
  for (;;) {
    try {
      mkdirSync(lockFolder);
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    const age = Date.now() - (statSync(lockFolder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 5 * 60_000) rmSync(lockFolder, { recursive: true, force: true });
    if (!existsSync(lockFolder) && isInstalled()) return false;
  }
}

function npm(...args) {
  // The npm that started us, when there is one: no search on PATH, no shell.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const { status } = spawnSync(command, [...first, ...args], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (status === 0) return;
  console.error(`microforge: npm ${args.join(' ')} failed. Its messages are above.`);
  rmSync(lockFolder, { recursive: true, force: true });
  process.exit(2);
}

function run([script, ...args]) {
  const path = join(root, script);
  const node = packagedNode(root);
  process.env.PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;
  if (node && !isRecent(process.version)) return handOver(node, [path, ...args]);
  if (!isRecent(process.version)) {
    console.error(howToGetNode());
    process.exit(2);
  }
  process.argv = [process.execPath, path, ...args];
  return import(pathToFileURL(path).href);
}
