import type { Blueprint } from '#blueprint';
import { readAnyRequirements } from '#intake';
import type { Coverage } from '#intake';
import type { CommandContext } from './command.ts';
import { loadRequirements } from './requirements.ts';

/** Requirements that were understood, and what became of every line. */
export interface ReadBlueprint {
  readonly document: string;
  readonly text: string;
  readonly blueprint: Blueprint;
  readonly coverage: Coverage;
}

/** Reads `<requirements>` and tells its diagnostics; undefined if they were refused. */
export async function readBlueprintOf(
  argument: string,
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ReadBlueprint | undefined> {
  const loaded = await loadRequirements(argument, context);
  context.output.diagnostics(loaded.diagnostics);
  if (!loaded.value) return undefined;
  const { document, text } = loaded.value;
  const { value: blueprint, coverage, diagnostics } = await readAnyRequirements(loaded.value);
  context.output.diagnostics(diagnostics, (name) => (name === document ? text : undefined));
  return blueprint && { document, text, blueprint, coverage };
}
