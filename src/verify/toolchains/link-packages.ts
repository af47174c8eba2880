import { mkdir, readdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installed } from './toolchain.ts';

/**
 * Makes `directory/node_modules` a folder of links to the packages that `find` gives, unless there is one.
 * Not one link to the whole: `npm ci` empties the folder it finds, and would empty the cache.
 */
export async function linkPackages(
  find: () => Promise<string>,
  directory: string,
): Promise<Installed> {
  const folder = join(directory, 'node_modules');
  if (await stat(folder).catch(() => undefined)) return { remove: async () => undefined };
  const packages = await find();
  await mkdir(folder);
  const names = await readdir(packages);
  await Promise.all(names.map((name) => symlink(join(packages, name), join(folder, name))));
  return { remove: () => rm(folder, { recursive: true, force: true }) };
}
