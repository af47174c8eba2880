#!/usr/bin/env node
// Starts on any Node >= 18 and runs the command line on one that strips types (>= 22.18).
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver, howToGetNode, isRecent, packagedNode } from './hand-over.js';

const here = fileURLToPath(import.meta.url);
const node = packagedNode(dirname(dirname(here)));

if (isRecent(process.version)) {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache?.();
  // Node would let what was just made grow to 128 MB, and the rest to four times what is still used, before
  // it looks: much memory for little time.
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
  // Reading requirements runs hundreds of large patterns: Node would compile each twice, for its interpreter
  // and, at the second run, for the machine.
  setFlagsFromString('--no-regexp-tier-up');
  const { findOwnModules } = await import('./own-modules.js');
  findOwnModules(new URL('../src/', import.meta.url).href);
  const { main } = await import('../src/cli/index.ts');
  await main(process.argv.slice(2));
} else if (node) {
  await handOver(node, [here, ...process.argv.slice(2)]);
} else {
  console.error(howToGetNode());
  process.exitCode = 2;
}
