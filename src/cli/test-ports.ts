import type { Command } from './command.ts';
import { dispatch, type Ports } from './dispatch.ts';

/** What a command line did, as a program that started it would see it. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line with the given commands and buffers for streams; tests use it instead of a process. */
export async function runCommandLine(
  commands: readonly Command[],
  argv: readonly string[],
  overrides: Partial<Ports> & { readonly tty?: boolean } = {},
): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const isTTY = overrides.tty ?? false;
  const code = await dispatch(argv, {
    stdout: { isTTY, columns: 80, write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    stdin: async () => new Uint8Array(),
    cwd: '/',
    env: {},
    signal: new AbortController().signal,
    version: '1.2.3',
    commands: commands.map((command) => ({
      name: command.name,
      summary: command.summary,
      load: async () => command,
    })),
    ...overrides,
  });
  return { code, stdout, stderr };
}
