import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The size of a file, or of all files in a folder. */
export function folderMegabytes(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size / 2 ** 20;
  const files = globSync('**/*', { cwd: path, withFileTypes: true }).filter((one) => one.isFile());
  return (
    files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0) / 2 ** 20
  );
}

/**
 * The size of npm packages with all that they need, as they are installed in a folder.
 * @param names those that the package.json there needs when not given
 */
export function packagesMegabytes(directory: string, names?: readonly string[]): number {
  const modules = join(directory, 'node_modules');
  const open = [...(names ?? needsOf(directory))];
  const seen = new Set<string>();
  let megabytes = 0;
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const folder = join(modules, name);
    // What is optional may be for another platform.
    if (seen.has(name) || !existsSync(folder)) continue;
    seen.add(name);
    megabytes += folderMegabytes(folder);
    open.push(...needsOf(folder));
  }
  return megabytes;
}

function needsOf(folder: string): readonly string[] {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies, optionalDependencies } = JSON.parse(text) as Record<string, object>;
  return Object.keys({ ...dependencies, ...optionalDependencies });
}
