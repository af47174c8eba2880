import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ZipEntry } from './zip.ts';

/** The files of a folder as entries of an archive, sorted by path and below one folder; what is no file is left out. */
export function* folderEntries(directory: string, below: string): Iterable<ZipEntry> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  for (const path of paths.toSorted()) {
    const file = join(directory, path);
    const stat = statSync(file);
    if (!stat.isFile()) continue;
    const executable = (stat.mode & 0o100) !== 0;
    yield { path: `${below}/${path}`, content: readFileSync(file), executable };
  }
}
