import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PreviousFile } from '#targets';

/** Whoever has more migrations, or larger ones, has put something else there. */
const MOST = 5000;
const LARGEST = 4 * 1024 * 1024;
const DEEPEST = 3;
const TEXT = /\.(?:sql|py|rs|json)$/;

/** The migrations that lie in a service's folder, whoever wrote them, and the schema that they lead to. */
export function readMigrations(directory: string): readonly PreviousFile[] {
  const found: PreviousFile[] = [];
  const read = (path: string): void => {
    if (!TEXT.test(path) || found.length >= MOST) return;
    try {
      const stat = statSync(join(directory, path));
      if (!stat.isFile() || stat.size > LARGEST) return;
      found.push({ path, content: readFileSync(join(directory, path), 'utf8') });
    } catch {
      // What can't be read is not there: whoever needs it says so.
    }
  };
  const walk = (path: string, depth: number): void => {
    for (const entry of entriesOf(join(directory, path))) {
      const child = `${path}/${entry.name}`;
      if (entry.isFile()) read(child);
      else if (entry.isDirectory() && depth < DEEPEST) walk(child, depth + 1);
    }
  };
  walk('migrations', 1);
  read('.microforge/schema.json');
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
