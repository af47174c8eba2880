import type { ChildOptions, Children } from './children.ts';
import { Tail } from './tail.ts';

/** What a finished command said; both outputs are cut to their last 1 MiB. */
export interface CommandResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; an abort kills its whole process group and rejects. */
export async function runCommand(
  children: Children,
  options: ChildOptions & { readonly signal: AbortSignal },
): Promise<CommandResult> {
  options.signal.throwIfAborted();
  const child = await children.start(options);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  options.signal.addEventListener('abort', child.kill, { once: true });
  const code = await child.ended;
  options.signal.removeEventListener('abort', child.kill);
  options.signal.throwIfAborted();
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collect(stream: NodeJS.ReadableStream): Tail {
  const tail = new Tail(1024 * 1024);
  stream.on('data', (chunk: Buffer) => tail.add(chunk));
  return tail;
}
