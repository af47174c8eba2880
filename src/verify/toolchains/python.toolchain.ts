import { stat, symlink, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pytestCounts } from './pytest-counts.ts';
import { cachedEnvironment } from './python-cache.ts';
import type { Toolchain } from './toolchain.ts';

/** A repository around the service may ignore its folder: that is no reason to check nothing. */
const everything = '--no-respect-gitignore';

/** What is compiled stays out of the folder of the service. */
const python = ['.venv/bin/python', '-B'] as const;
const tool = (...words: readonly string[]) => `${python.join(' ')} -m ${words.join(' ')}`;

/** Python; the packages come from the service's requirements, into a virtual environment. */
export const toolchain: Toolchain = {
  target: 'python',
  tools: {
    // Both say all they have to say, whatever the other says.
    format: [
      'sh',
      '-c',
      `${tool('ruff format --check --no-cache', everything)}; layout=$?; ${tool('ruff check --no-cache --output-format=concise', everything)} && exit $layout`,
    ],
    types: [...python, '-m', 'mypy', '--cache-dir=.venv/mypy'],
    tests: [...python, '-m', 'pytest', '-p', 'no:cacheprovider'],
  },
  start: [...python, 'main.py'],
  async install(host) {
    const link = join(host.directory, '.venv');
    if (await stat(link).catch(() => undefined)) return { remove: async () => undefined };
    await symlink(await cachedEnvironment(host), link);
    return { remove: () => unlink(link).catch(() => undefined) };
  },
  testCounts: pytestCounts,
};
