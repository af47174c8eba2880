import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every TypeScript file of ours below the given folders: path with `/` → text. */
export function sourceFiles(
  root: string,
  folders = 'src,packages,apps,test,scripts,bench',
): Map<string, string> {
  const skip = (path: string) => /node_modules|scenarios|fixtures/.test(path);
  const paths = globSync(`{${folders}}/**/*.ts`, { cwd: root, exclude: skip });
  return new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}
