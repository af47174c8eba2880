import { globSync } from 'node:fs';
import { cachedPackages } from './npm-cache.ts';
import { linkPackages } from './link-packages.ts';
import { nodeTestCounts } from './node-test-counts.ts';
import type { Toolchain } from './toolchain.ts';

/** Node and npm; the packages come from the service's lock file. */
export const toolchain: Toolchain = {
  target: 'typescript',
  tools: {
    format: (directory) => ['node', 'node_modules/.bin/oxfmt', '--check', ...sources(directory)],
    types: ['node', 'node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false'],
    tests: ['node', '--test', '--test-isolation=none', '--test-reporter=tap', 'test/**/*.test.ts'],
  },
  start: ['node', 'src/main.ts'],
  install: async (host) => linkPackages(() => cachedPackages(host), host.directory),
  testCounts: nodeTestCounts,
};

/** By name: looking for itself, the formatter would pass by all that a repository around the service ignores. */
function sources(directory: string): readonly string[] {
  const exclude = ['node_modules', 'dist', 'data', '.microforge'];
  return globSync('**/*.{ts,js,json,html,css}', { cwd: directory, exclude }).toSorted();
}
