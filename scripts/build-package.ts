import { createHash } from 'node:crypto';
import { copyFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type RolldownOutput, rolldown } from 'rolldown';
import { lazyPatterns } from './lazy-patterns.ts';
import { root } from './root.ts';

/**
 * Makes JavaScript of the command line's sources, in `dist`/lib: a file for each command and target, which
 * is loaded when it is needed. Packages stay packages, but for those of this repository. The files lie as deep as the sources (`src/cli`), and
 * find package.json and the programs beside them by the same relative paths.
 */
export async function buildPackage(dist: string): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const lib = join(dist, 'lib');
  mkdirSync(lib, { recursive: true });
  const build = await rolldown({
    cwd: root,
    input: { cli: 'src/cli/index.ts' },
    platform: 'node',
    plugins: [lazyPatterns()],
    external: (id) => /^[^.#/]/.test(id) && !id.startsWith('@microforge/'),
  });
  try {
    const names = '[name].cjs';
    const made = await build.write({
      dir: lib,
      format: 'cjs',
      entryFileNames: names,
      chunkFileNames: names,
    });
    writeFileSync(join(lib, 'build-id'), idOf(made.output));
  } finally {
    await build.close();
  }
  const programs = globSync('src/*/**/*.{mjs,py}', {
    cwd: root,
    exclude: (path) => path.includes('template'),
  });
  for (const file of programs) copyFileSync(join(root, file), join(lib, basename(file)));
}

/** Changes with any of the files: compiled code is kept for them alone. */
function idOf(output: RolldownOutput['output']): string {
  const hash = createHash('sha256');
  for (const file of output) hash.update(file.type === 'chunk' ? file.code : file.source);
  return hash.digest('hex');
}
