// Plain JavaScript that Node 18 can read: everything here runs before a recent Node is found.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NEEDED = [22, 18];

/** True when `version` ("v24.1.0" or "24.1.0") strips types without a flag: Node 22.18 or newer. */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/**
 * Path of the executable that the `node` npm package put into `root`/node_modules, or, where `root` is
 * installed itself, beside it; undefined where it is in neither.
 */
export function packagedNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return [join(root, 'node_modules'), dirname(root)]
    .map((folder) => join(folder, 'node', 'bin', name))
    .find((path) => existsSync(path));
}

/** What to do about a Node that is too old, as one message for people. */
export function howToGetNode() {
  return [
    `microforge needs Node ${NEEDED.join('.')} or newer; this is ${process.version} and no other was found.`,
    'Get one in any of these ways:',
    '  npm ci                in this folder: the `node` package brings Node 24',
    '  npm install -g node@24',
    '  https://nodejs.org    or your package manager, nvm, fnm, volta, mise',
  ].join('\n');
}

/**
 * Runs `node args…` in place of this process: same streams, signals passed on, and the child's exit code
 * (or death by signal) becomes ours. The channel lets the child notice when we are killed outright, so
 * that a `kill -9` of the parent never leaves a server behind.
 */
export async function handOver(node, args, env = process.env) {
  // A recent Node hands nothing over: it need not load this.
  const { spawn } = await import('node:child_process');
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    console.error(`microforge: cannot start ${node}: ${error.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 3;
  });
}
