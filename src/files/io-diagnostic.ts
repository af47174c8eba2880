import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '#diagnostics';
import { filesDiagnostics } from './files.diagnostics.ts';

/**
 * The diagnostic for an error of the file system at `path`. Errors without an `errno` code are bugs
 * and are thrown again.
 */
export function ioDiagnostic(error: unknown, path: string): Diagnostic {
  const reason = errorCode(error);
  if (reason === undefined) throw error;
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return filesDiagnostics.create('disk-full', { path, reason });
    case 'ENAMETOOLONG':
      return filesDiagnostics.create('path-too-long', { path });
    case 'ENOTDIR':
      return filesDiagnostics.create('not-a-folder', { path: nearestExisting(path) });
    case 'EXDEV':
    case 'EBUSY':
    case 'EMLINK':
    case 'ENOTSUP':
      return filesDiagnostics.create('other-file-system', { path, reason });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return filesDiagnostics.create('unwritable', { path, reason });
    default:
      return filesDiagnostics.create('io-failed', { path, reason });
  }
}

/** The `errno` name of a file system error, such as `ENOENT`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The path itself, or the first above it that is there: the file that is in the way. */
function nearestExisting(path: string): string {
  try {
    lstatSync(path);
    return path;
  } catch {
    return nearestExisting(dirname(path));
  }
}
