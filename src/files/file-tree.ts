import type { GeneratedFile } from './generated-file.ts';

/** Files sorted by path (code units), checked by `fileTree`. */
export type FileTree = readonly GeneratedFile[];

/**
 * Checks and sorts what a target emits. Throws on a path that could leave the folder or that some
 * file system refuses, and on two paths that are one file there: each is a bug of the target.
 */
export function fileTree(files: Iterable<GeneratedFile>): FileTree {
  const sorted = [...files].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const taken = new Map<string, string>();
  for (const { path } of sorted) {
    const problem = pathProblem(path);
    if (problem !== undefined) throw new Error(`The path ${JSON.stringify(path)} ${problem}.`);
    claim(taken, path);
  }
  return sorted;
}

/** Says what is wrong with a relative posix path, or undefined when every file system takes it. */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'has a backslash';
  if (!path.isWellFormed()) return 'is not well-formed Unicode';
  // oxlint-disable-next-line no-control-regex -- Windows refuses control characters in names
  if (/[\u0000-\u001f<>:"|?*]/.test(path)) return 'has a character that Windows refuses';
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return `has the segment '${name}'`;
    if (/[. ]$/.test(name)) return 'has a name that ends in a dot or a space';
    if (RESERVED.test(name)) return `has the reserved name '${name}'`;
    if (name.length > 255 / 3 && new TextEncoder().encode(name).length > 255)
      return 'has a name of more than 255 bytes';
  }
  return undefined;
}

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/** A file also claims its folders: `a` and `a/b` can't both exist, nor `A/b` beside `a/c`. */
function claim(taken: Map<string, string>, path: string): void {
  for (let claimed = path; claimed !== '';) {
    const isFile = claimed === path;
    const spelled = isFile ? claimed : `${claimed}/`;
    const key = claimed.normalize('NFC').toLowerCase();
    const other = taken.get(key);
    // Whoever claimed this folder claimed those above it.
    if (other === spelled && !isFile) return;
    if (other !== undefined) {
      throw new Error(`The paths ${JSON.stringify(other)} and ${JSON.stringify(path)} collide.`);
    }
    taken.set(key, spelled);
    claimed = claimed.slice(0, Math.max(0, claimed.lastIndexOf('/')));
  }
}
