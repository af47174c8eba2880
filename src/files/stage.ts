import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';
import { errorCode, ioDiagnostic } from './io-diagnostic.ts';
import { makeFolders } from './make-folders.ts';
import { MICROFORGE } from './pristine-files.ts';
import { siblings } from './siblings.ts';
import type { Staging } from './staging.ts';

/**
 * Makes an empty staging folder beside `outDir` (and the folders above it). Refuses an `outDir` that
 * is a file, or that holds something which isn't a forged service.
 */
export function stage(outDir: string): Result<Staging> {
  const beside = siblings(outDir);
  try {
    const state = inspect(beside.outDir);
    if (state === 'file') {
      return {
        value: undefined,
        diagnostics: [filesDiagnostics.create('not-a-folder', { path: outDir })],
      };
    }
    if (state === 'foreign') {
      return {
        value: undefined,
        diagnostics: [filesDiagnostics.create('not-a-service', { path: outDir })],
      };
    }
    makeFolders(beside.parent);
    const dir = makeNew((n) => beside.path('forging', n));
    return {
      value: { dir, outDir: beside.outDir, hasPrevious: state === 'service' },
      diagnostics: [],
    };
  } catch (error) {
    return { value: undefined, diagnostics: [ioDiagnostic(error, outDir)] };
  }
}

/** Removes a staging folder that is not going to be published. */
export function discard(staging: Staging): void {
  rmSync(staging.dir, { recursive: true, force: true });
}

function inspect(outDir: string): 'absent' | 'empty' | 'file' | 'foreign' | 'service' {
  try {
    if (!statSync(outDir).isDirectory()) return 'file';
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return isDanglingLink(outDir) ? 'file' : 'absent';
  }
  if (readdirSync(outDir).length === 0) return 'empty';
  return statSync(join(outDir, MICROFORGE), { throwIfNoEntry: false })?.isDirectory() === true
    ? 'service'
    : 'foreign';
}

function isDanglingLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function makeNew(path: (n: number) => string): string {
  for (let n = 1; ; n++) {
    try {
      mkdirSync(path(n));
      return path(n);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
