import {
  chmodSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from './journal.ts';
import { signature } from './signature.ts';

/** Which paths the staging folder decides about; everything else is carried over. */
export interface LinkPreviousInput {
  readonly previous: string;
  readonly staging: string;
  /** Written by the update: the staged file stays, unless it is byte for byte the previous one. */
  readonly written: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
  /** Taken from the staging folder as a whole, files and folders. */
  readonly replaces: readonly string[];
}

/**
 * Gives the staging folder every file of the previous version that stays: hard links (the same inode
 * and time), symbolic links anew, folders with their mode, empty ones too.
 */
export function linkPrevious(input: LinkPreviousInput): Manifest {
  const linked = new Map<string, string>();
  const taken = new Map<string, string>();
  const replaces = new Set(input.replaces);
  const target = (path: string): string => join(input.staging, path);
  const source = (path: string): string => join(input.previous, path);

  const carry = (path: string, isLink: boolean): void => {
    if (input.deleted.has(path)) {
      taken.set(path, signature(source(path)));
    } else if (input.written.has(path) && !isSame(source(path), target(path))) {
      taken.set(path, signature(source(path)));
    } else {
      folder(dirname(path));
      rmSync(target(path), { recursive: true, force: true });
      if (isLink) copyLink(source(path), target(path));
      else linkSync(source(path), target(path));
      linked.set(path, identityOf(source(path)));
    }
  };
  const folder = (path: string): void => {
    if (path === '.' || lstatSync(target(path), { throwIfNoEntry: false })?.isDirectory()) return;
    folder(dirname(path));
    rmSync(target(path), { force: true });
    mkdirSync(target(path));
  };
  const walk = (path: string): void => {
    const entries = readdirSync(source(path), { withFileTypes: true });
    if (entries.length === 0) folder(path);
    for (const entry of entries) {
      const child = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (replaces.has(child)) continue;
      if (entry.isDirectory()) walk(child);
      else carry(child, entry.isSymbolicLink());
    }
    copyMode(source(path), target(path));
  };
  walk('.');
  return { linked, taken, replaces: input.replaces };
}

/** What says that a path of the new version is still the file carried over. */
export function identityOf(path: string): string {
  const stat = lstatSync(path, { bigint: true });
  return stat.isSymbolicLink() ? `→${readlinkSync(path)}` : String(stat.ino);
}

/** Makes a symbolic link anew, with its time. */
export function copyLink(from: string, to: string): void {
  const { atime, mtime } = lstatSync(from);
  symlinkSync(readlinkSync(from), to);
  lutimesSync(to, atime, mtime);
}

function copyMode(from: string, to: string): void {
  const mode = lstatSync(from).mode & 0o7777;
  const stat = lstatSync(to, { throwIfNoEntry: false });
  if (stat?.isDirectory() && (stat.mode & 0o7777) !== mode) chmodSync(to, mode);
}

function isSame(previous: string, staged: string): boolean {
  const [a, b] = [lstatSync(previous), lstatSync(staged, { throwIfNoEntry: false })];
  if (b === undefined || !a.isFile() || !b.isFile() || a.size !== b.size) return false;
  if ((a.mode & 0o100) !== (b.mode & 0o100)) return false;
  return readFileSync(previous).equals(readFileSync(staged));
}
