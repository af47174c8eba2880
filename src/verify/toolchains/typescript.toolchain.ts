import { cachedPackages } from './npm-cache.ts';
import { linkPackages } from './link-packages.ts';
import { nodeTestCounts } from './node-test-counts.ts';
import type { Toolchain } from './toolchain.ts';

/** Node and npm; the packages come from the service's lock file. */
export const toolchain: Toolchain = {
  target: 'typescript',
  tools: {
    format: ['node', 'node_modules/.bin/oxfmt', '--check'],
    types: ['node', 'node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
    tests: ['node', '--test', '--test-isolation=none', '--test-reporter=tap', 'test/**/*.test.ts'],
  },
  start: ['node', 'src/main.ts'],
  install: async (host) => linkPackages(() => cachedPackages(host), host.directory),
  testCounts: nodeTestCounts,
};
