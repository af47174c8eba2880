import { basename } from 'node:path';
import type { Blueprint } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import { loadProcesses } from '#process';
import type { ProcessModel } from '#process';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';
import { NO_FILE, readBounded } from './read-bounded.ts';

/** A process from a file, and where its parts stand in it. */
export interface ReadProcess {
  readonly model: ProcessModel;
  readonly places: ReadonlyMap<string, SourceSpan>;
  /** The form in which it was written. */
  readonly form: 'bpmn' | 'json' | 'requirements';
  /** The text of a document, for code frames. */
  readonly textOf: (document: string) => string | undefined;
}

/**
 * Reads a process in BPMN or JSON, or the workflows of requirements, from a file, standard input (`-`) or a quoted
 * sentence, and tells what is wrong with it.
 */
export async function readProcess(
  argument: string,
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ReadProcess | undefined> {
  const { cwd, stdin, output } = context;
  const document = argument === '-' ? 'stdin' : basename(argument);
  const refuse = (reason: string): undefined => {
    output.diagnostics([cliDiagnostics.create('unreadable-process', { path: document, reason })]);
  };
  const bytes = await readBounded(argument, { cwd, stdin });
  // Requirements may be a sentence; it has white space in it.
  if (bytes === NO_FILE && /\s/.test(argument.trim())) return readWorkflows(argument, context);
  if (typeof bytes === 'string') return refuse(bytes);
  const { decodeXml, readBpmn, readModel } = await loadProcesses();
  const text = decodeXml(bytes);
  const textOf = (name: string) => (name === document ? text : undefined);
  if (/\.(?:bpmn|xml)$/i.test(argument) || DEFINITIONS.test(text.slice(0, 10_000))) {
    const { value, diagnostics } = readBpmn(text, document);
    output.diagnostics(diagnostics, textOf);
    return value && { ...value, form: 'bpmn', textOf };
  }
  if (!/\.json$/i.test(argument) && !/^\s*[{[]/.test(text))
    return readWorkflows(argument, { ...context, stdin: () => Promise.resolve(bytes) });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { value: model, diagnostics } = readModel(json);
  output.diagnostics(diagnostics);
  return model && { model, places: new Map(), form: 'json', textOf };
}

/** The root of BPMN, of whatever prefix. */
const DEFINITIONS = /<(?:[\w.-]+:)?definitions[\s>]/;

/** The workflows of requirements as processes. */
async function readWorkflows(
  argument: string,
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ReadProcess | undefined> {
  const { readBlueprintOf } = await import('./read-blueprint.ts');
  const read = await readBlueprintOf(argument, context);
  if (!read) return undefined;
  const { workflowModel } = await loadProcesses();
  const model = await workflowModel(read.blueprint);
  const { document, text } = read;
  if (!model) context.output.diagnostics([cliDiagnostics.create('no-workflow', { document })]);
  const textOf = (name: string) => (name === document ? text : undefined);
  return model && { model, places: placesOf(read.blueprint), form: 'requirements', textOf };
}

/** Where each node of a workflow stands in the requirements. */
function placesOf({ system }: Blueprint): ReadonlyMap<string, SourceSpan> {
  return new Map(
    system.processes.flatMap(({ name, steps, sources: [place] }) => [
      ...(place ? [[name, place] as const] : []),
      ...steps.flatMap(({ id, sources: [source] }) =>
        source ? [[[name, ...id.split('/').slice(2)].join('.'), source] as const] : [],
      ),
    ]),
  );
}
