import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext } from './command.ts';

const MAX_BYTES = 16 * 1024 * 1024;
const TOO_LARGE = 'it is larger than 16 MiB';

/** The bytes of a file, or of standard input (`-`); a text says why there are none. */
export async function readBounded(
  argument: string,
  { cwd, stdin }: Pick<CommandContext, 'cwd' | 'stdin'>,
): Promise<Uint8Array | string> {
  if (argument === '-') {
    const bytes = await stdin(MAX_BYTES);
    return bytes.length > MAX_BYTES ? TOO_LARGE : bytes;
  }
  const path = resolve(cwd, argument);
  try {
    const { size } = await stat(path);
    return size > MAX_BYTES ? TOO_LARGE : await readFile(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return reasons.get(code) ?? code;
  }
}

/** What a file that is not there is refused with. */
export const NO_FILE = 'there is no such file';

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', NO_FILE],
  ['EISDIR', 'it is a folder'],
]);
