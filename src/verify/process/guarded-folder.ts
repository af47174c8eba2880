import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guarded } from './watchdog.ts';

/** A folder for temporary files. */
export interface GuardedFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Makes a folder for temporary files, only ours to read, that is removed even if we are killed outright.
 * The guard comes first: a name that only the system knows until it answers (`mkdtemp`) can't be guarded
 * in between.
 * @throws if the system's folder for temporary files can't be written
 */
export async function guardedFolder(
  guardian: { guard(what: Guarded): () => void },
  name: string,
): Promise<GuardedFolder> {
  const path = join(tmpdir(), `microforge-${name}-${randomUUID()}`);
  const release = guardian.guard({ folder: path });
  await mkdir(path, { mode: 0o700 });
  const remove = async () => {
    await rm(path, { recursive: true, force: true });
    release();
  };
  return { path, remove };
}
