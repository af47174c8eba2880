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
  const { main } = await import('../src/cli/index.ts');
  await main(process.argv.slice(2));
} else if (node) {
  handOver(node, [here, ...process.argv.slice(2)]);
} else {
  console.error(howToGetNode());
  process.exitCode = 2;
}
