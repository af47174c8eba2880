import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { SourceSpan } from '#diagnostics';
import { loadProcesses } from '#process';
import type { ProcessModel } from '#process';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';

const MAX_BYTES = 16 * 1024 * 1024;

/** A process from a file, and where its parts stand in it. */
export interface ReadProcess {
  readonly model: ProcessModel;
  readonly places: ReadonlyMap<string, SourceSpan>;
  /** The form in which it was written. */
  readonly form: 'bpmn' | 'json';
  /** The text of a document, for code frames. */
  readonly textOf: (document: string) => string | undefined;
}

/** Reads a process in BPMN or JSON from a file or standard input (`-`), and tells what is wrong with it. */
export async function readProcess(
  argument: string,
  { cwd, stdin, output }: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ReadProcess | undefined> {
  const document = argument === '-' ? 'stdin' : basename(argument);
  const bytes =
    argument === '-' ? await stdin(MAX_BYTES) : await readBounded(resolve(cwd, argument));
  const reason =
    typeof bytes === 'string' ? bytes : bytes.length > MAX_BYTES ? 'it is larger than 16 MiB' : '';
  if (typeof bytes === 'string' || reason !== '') {
    output.diagnostics([cliDiagnostics.create('unreadable-process', { path: document, reason })]);
    return undefined;
  }
  const { decodeXml, readBpmn, readModel } = await loadProcesses();
  const text = decodeXml(bytes);
  const textOf = (name: string) => (name === document ? text : undefined);
  if (!/^\s*[{[]/.test(text)) {
    const { value, diagnostics } = readBpmn(text, document);
    output.diagnostics(diagnostics, textOf);
    return value && { ...value, form: 'bpmn', textOf };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    output.diagnostics([
      cliDiagnostics.create('unreadable-process', { path: document, reason: problem }),
    ]);
    return undefined;
  }
  const { value: model, diagnostics } = readModel(json);
  output.diagnostics(diagnostics);
  return model && { model, places: new Map(), form: 'json', textOf };
}

async function readBounded(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path);
    return size > MAX_BYTES ? 'it is larger than 16 MiB' : await readFile(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reasons = new Map([
      ['ENOENT', 'there is no such file'],
      ['EISDIR', 'it is a folder'],
    ]);
    return reasons.get(code) ?? code;
  }
}
