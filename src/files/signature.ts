import { lstatSync } from 'node:fs';

/** Changes whenever a file is written or replaced: inode, size, time of modification (ns). */
export function signature(path: string): string {
  const { ino, size, mtimeNs } = lstatSync(path, { bigint: true });
  return `${ino}:${size}:${mtimeNs}`;
}
