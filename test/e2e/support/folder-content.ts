import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder with the hash of its bytes; without those in `except` (first path segments). */
export function contentOf(folder: string, except: readonly string[] = []): Map<string, string> {
  return mapOf(folder, except, (path) =>
    createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
  );
}

/** Every file below a folder with its inode and times: the same only if nobody has written it. */
export function identityOf(folder: string, except: readonly string[] = []): Map<string, string> {
  return mapOf(folder, except, (path) => {
    const { ino, mtimeMs } = lstatSync(path);
    return `${ino} ${mtimeMs}`;
  });
}

function mapOf(
  folder: string,
  except: readonly string[],
  value: (path: string) => string,
): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !except.includes(path.split('/')[0] ?? ''))
    .filter((path) => lstatSync(join(folder, path)).isFile())
    .sort();
  return new Map(paths.map((path) => [path, value(join(folder, path))]));
}
