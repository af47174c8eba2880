import { readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { dispatch } from './dispatch.ts';
import type { Sink } from './output.ts';
import { commands } from './registry.gen.ts';
import { stopSignal } from './stop-signal.ts';

/**
 * The process' entry: runs `argv` (without `node` and the script) and ends the process with its exit code.
 * `loaded` is called when everything is loaded that the command needs at once.
 */
export async function main(argv: readonly string[], loaded: () => void): Promise<never> {
  const stdout = sink(process.stdout);
  const stderr = sink(process.stderr);
  const bug = (error: unknown) => {
    const text =
      error instanceof Error && process.env['MICROFORGE_DEBUG'] ? error.stack : String(error);
    stderr.write(`microforge: this is our bug, not yours: ${text}\n`);
    process.exit(3);
  };
  process.on('uncaughtException', bug);
  process.on('unhandledRejection', bug);

  const code = await dispatch(argv, {
    stdout,
    stderr,
    stdin: readStdin,
    cwd: process.cwd(),
    env: process.env,
    signal: stopSignal(),
    version: readVersion(),
    commands,
    loaded,
  });
  // A pipe takes its text asynchronously: exit only after it has it.
  await Promise.all([flush(process.stdout), flush(process.stderr)]);
  process.exit(code);
}

/** A reader that goes away (`| head`) must neither crash nor stop us: the rest is dropped. */
function sink(stream: NodeJS.WriteStream): Sink {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    closed = true;
  });
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    write: (text) => {
      if (!closed) stream.write(text);
    },
  };
}

function flush(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.errored) resolve();
    else stream.write('', () => resolve());
  });
}

/** Reads at most one byte more than the limit, so that the caller can tell. */
async function readStdin(limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks).subarray(0, limit + 1);
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
