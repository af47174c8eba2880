import { createHash } from 'node:crypto';
import { copyFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type RolldownOutput, rolldown } from 'rolldown';
import { lazyPatterns } from './lazy-patterns.ts';
import { root } from './root.ts';

/** Packages that every reading of requirements needs: Node would look for them and compile them each time. */
const BROUGHT = ['diff', 'markdown-it', 'pluralize'];

/**
 * Makes JavaScript of the command line's sources, in `dist`/lib: a file for each command and target, which
 * is loaded when it is needed. Packages stay packages, but for those of this repository and `BROUGHT`. The
 * files lie as deep as the sources (`src/cli`), and find package.json and the programs beside them by the
 * same relative paths. `build-id` is the hash of them all.
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
    external: (id) =>
      /^[^.#/]/.test(id) && !id.startsWith('@microforge/') && !BROUGHT.includes(nameOf(id)),
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
  for (const name of BROUGHT)
    copyFileSync(join(root, 'node_modules', name, 'LICENSE'), join(lib, `${name}.license`));
  const programs = globSync('src/*/**/*.{mjs,py}', {
    cwd: root,
    exclude: (path) => path.includes('template'),
  });
  for (const file of programs) copyFileSync(join(root, file), join(lib, basename(file)));
}

/** The package that a specifier is of. */
function nameOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}

/** Changes with any of the files: compiled code is kept for them alone. */
function idOf(output: RolldownOutput['output']): string {
  const hash = createHash('sha256');
  for (const file of output) hash.update(file.type === 'chunk' ? file.code : file.source);
  return hash.digest('hex');
}
