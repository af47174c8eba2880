import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { folderEntries, zip } from '#files';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { forgeRequirements } from './forge-requirements.ts';
import { createOutput } from './output.ts';

interface ZipOptions {
  readonly target: string;
  readonly verify: boolean;
  readonly seed: number;
  readonly allowSkipped: boolean;
  /** The file that the archive goes into; undefined: standard output. */
  readonly out?: string | undefined;
}

/**
 * `forge --zip`: forges into a temporary folder and gives it as an archive whose only folder has the name of
 * the system. On standard output it is alone: what there is to say goes to standard error. Nothing is written
 * unless the service could be published.
 */
export async function forgeZip(
  argument: string,
  { target, verify, seed, allowSkipped, out }: ZipOptions,
  context: Pick<CommandContext, 'cwd' | 'env' | 'output' | 'signal' | 'stdin' | 'streams'>,
): Promise<ExitCode> {
  const { stdout, stderr } = context.streams;
  if (out === undefined && stdout.isTTY === true) {
    context.output.diagnostics([cliDiagnostics.create('zip-to-terminal', {})]);
    return 2;
  }
  const json = context.output.mode === 'json';
  const output =
    out === undefined
      ? createOutput({ json, stdout: stderr, stderr, env: context.env })
      : context.output;
  const home = mkdtempSync(join(tmpdir(), 'microforge-zip-'));
  try {
    let name = '';
    const { exitCode, isPublished, tell } = await forgeRequirements(
      argument,
      ({ system }) => {
        name = system.name;
        return { outDir: join(home, name), targets: target };
      },
      { verify, dropData: false, seed, allowSkipped },
      { ...context, output },
    );
    if (isPublished) {
      const archive = zip(folderEntries(join(home, name), name));
      if (out === undefined) for (const piece of archive) stdout.write(piece);
      else await writeFile(resolve(context.cwd, out), archive);
    }
    tell('result', (directory) => resolve(context.cwd, relative(home, directory)), out);
    return exitCode;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error) || out === undefined) throw error;
    const problem = { path: out, reason: error.message };
    output.diagnostics([cliDiagnostics.create('unwritable-file', problem)]);
    return 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
