#!/usr/bin/env node
// Starts on any Node >= 18 and runs the command line on one that strips types (>= 22.18): from the sources,
// or, installed as a package, from what `npm pack` made of them (Node strips no types below node_modules).
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver, howToGetNode, isRecent, packagedNode } from './hand-over.js';

const here = fileURLToPath(import.meta.url);
const node = packagedNode(dirname(dirname(here)));

if (isRecent(process.version)) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.();
  // Node has its own modules compiled for its own flags: those that are needed anyway are loaded first.
  for (const name of ['fs/promises', 'net', 'util']) process.getBuiltinModule?.(`node:${name}`);
  const { setFlagsFromString } = await import('node:v8');
  // What is loaded is compiled whole, so that the cache of compiled code holds all of it.
  setFlagsFromString('--no-lazy');
  // Of the thousand patterns of intake most are asked a few times: compiling them would take longer than that.
  setFlagsFromString('--regexp-tier-up-ticks=100');
  setFlagsFromString('--no-regexp-peephole-optimization');
  // Node would let what was just made grow to 128 MB, and the rest to four times what is still used, before
  // it looks: much memory for little time. So the first grows once, while modules are loaded, to 8 MB.
  setFlagsFromString('--semi-space-growth-factor=8');
  setFlagsFromString('--heap-growing-percent=50');
  const { main } = await loadMain();
  await main(process.argv.slice(2), () => setFlagsFromString('--semi-space-growth-factor=1'));
} else if (node) {
  await handOver(node, [here, ...process.argv.slice(2)]);
} else {
  console.error(howToGetNode());
  process.exitCode = 2;
}

async function loadMain() {
  const sources = new URL('../src/', import.meta.url);
  if (!existsSync(sources)) return import('../dist/lib/cli.js');
  const { findOwnModules } = await import('./own-modules.js');
  findOwnModules(sources.href);
  return import('../src/cli/index.ts');
}
