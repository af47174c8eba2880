import { relative } from 'node:path';
import { recover } from '#files';
import { noService } from './no-service.ts';
import { stopped } from './stopped.ts';
import type { CommandContext, ExitCode } from './command.ts';

interface ServeOptions {
  readonly directory: string;
  readonly port: string | undefined;
  readonly logs: boolean;
}

/** Runs a service in the foreground until it ends or we are asked to stop. */
export async function serve(
  { directory, port, logs }: ServeOptions,
  { cwd, env, output, signal }: Pick<CommandContext, 'cwd' | 'env' | 'output' | 'signal'>,
): Promise<ExitCode> {
  const recovered = recover(directory);
  output.diagnostics(recovered.diagnostics);
  if (!recovered.value) return notServed(output);
  const nothing = noService(directory, relative(cwd, directory) || '.');
  if (nothing) {
    output.diagnostics([nothing]);
    return notServed(output);
  }
  // `forge` gets here with --run alone.
  const { runService } = await import('#verify');
  const { value: service, diagnostics } = await runService({
    directory,
    env: { ...env, ...(port !== undefined && { PORT: port }) },
    signal,
    ...(logs && { onOutput: (chunk: Buffer) => void process.stderr.write(chunk) }),
  });
  output.diagnostics(diagnostics);
  if (!service) return notServed(output);
  output.event('ready', { url: service.url });
  output.line(`${output.style('green', service.url)}  docs: ${service.url}/docs`);
  output.line(output.style('dim', 'Ctrl-C stops it.'));
  const code = await service.ended;
  output.result({ url: service.url, code }, signal.aborted ? stopped(output) : undefined);
  return signal.aborted || code === 0 ? 0 : 1;
}

function notServed(output: CommandContext['output']): ExitCode {
  output.result({ url: null });
  return 1;
}
