#!/usr/bin/env node
// Starts on any Node >= 18 and runs the command line on one that strips types (>= 22.18): from the sources,
// or, installed as a package, from what `npm pack` made of them (Node strips no types below node_modules).
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver, howToGetNode, isRecent, packagedNode } from './hand-over.js';

const sources = new URL('../src/', import.meta.url);
const here = fileURLToPath(import.meta.url);
const node = packagedNode(dirname(dirname(here)));

if (isRecent(process.version)) {
  // Node has its own modules compiled for its own flags: those that are needed anyway are loaded first.
  for (const name of ['fs/promises', 'net', 'os', 'util', 'vm'])
    process.getBuiltinModule?.(`node:${name}`);
  const { setFlagsFromString } = await import('node:v8');
  // Of the thousand patterns of intake most are asked a few times: compiling them would take longer than that.
  setFlagsFromString('--regexp-tier-up-ticks=100');
  setFlagsFromString('--no-regexp-peephole-optimization');
  // Node would let what was just made grow to 128 MB, and the rest to four times what is still used, before
  // it looks: much memory for little time. So the first grows once, while modules are loaded, to 8 or 16 MB.
  const grow = (factor) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);
  setFlagsFromString('--heap-growing-percent=50');
  const argv = process.argv.slice(2);
  const { main, loaded } = existsSync(fileURLToPath(sources))
    ? await fromSources(grow)
    : await fromPackage(argv[0], grow);
  await main(argv, loaded);
} else if (node) {
  await handOver(node, [here, ...process.argv.slice(2)]);
} else {
  console.error(howToGetNode());
  process.exitCode = 2;
}

async function fromSources(grow) {
  grow(8);
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.();
  const { setFlagsFromString } = await import('node:v8');
  // What is loaded is compiled whole, so that the cache of compiled code holds all of it.
  setFlagsFromString('--no-lazy');
  const { findOwnModules } = await import('./own-modules.js');
  findOwnModules(sources.href);
  const { main } = await import('../src/cli/index.ts');
  return { main, loaded: () => grow(1) };
}

async function fromPackage(command, grow) {
  const { compiledModules } = await import('./load-compiled.js');
  const folder = fileURLToPath(new URL('../dist/lib', import.meta.url));
  const isCommand =
    /^[a-z]+$/.test(command ?? '') && existsSync(join(folder, `${command}.command.cjs`));
  const { load, loaded, keep } = compiledModules(folder, isCommand ? command : 'other', grow);
  process.once('exit', keep);
  return { main: load('./cli.cjs').main, loaded };
}
