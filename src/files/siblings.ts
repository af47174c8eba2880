import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from './io-diagnostic.ts';

/** Where everything about one `outDir` lies: beside it, so that a rename is enough to publish. */
export interface Siblings {
  /** `outDir` itself, absolute and with symbolic links resolved (they stay, their target is replaced). */
  readonly outDir: string;
  readonly parent: string;
  readonly journal: string;
  /** A sibling's path: `.<name>.<kind>-<pid>-<n>`. */
  path(kind: SiblingKind, n: number): string;
  /** The siblings of one kind that exist, with the process that made them. */
  list(kind: SiblingKind): readonly { readonly path: string; readonly pid: number }[];
}

/**
 * `forging`: being built; `publishing`: a journal being written; `previous`: the version just replaced;
 * `stray`: what came into being between the renames.
 */
export type SiblingKind = 'forging' | 'publishing' | 'previous' | 'stray';

/** Finds the siblings of `outDir`, which need not exist. */
export function siblings(outDir: string): Siblings {
  const real = realpath(resolve(outDir));
  const parent = dirname(real);
  const name = basename(real);
  return {
    outDir: real,
    parent,
    journal: join(parent, `.${name}.publishing.json`),
    path: (kind, n) => join(parent, `.${name}.${kind}-${process.pid}-${n}`),
    list: (kind) => {
      const prefix = `.${name}.${kind}-`;
      return readNames(parent).flatMap((entry) => {
        if (!entry.startsWith(prefix)) return [];
        const pid = /^(\d+)-\d+$/.exec(entry.slice(prefix.length))?.[1];
        return pid === undefined ? [] : [{ path: join(parent, entry), pid: Number(pid) }];
      });
    },
  };
}

function realpath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    // Not there yet: its folder may still be behind a link.
    return dirname(path) === path ? path : join(realpath(dirname(path)), basename(path));
  }
}

function readNames(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return [];
  }
}
