import { loadProcesses } from '#process';
import type { Formula } from '#process';
import type { CommandContext } from './command.ts';
import { readRules } from './read-rules.ts';

/** The option of commands that execute business rule tasks. */
export const decisionsOption = {
  type: 'string',
  multiple: true,
  placeholder: 'FILE',
  description: 'what business rule tasks decide: DMN or our JSON, by name or id',
} as const;

/** The decisions of some files for business rule tasks; undefined, and told, if one can't be read. */
export async function readDecisions(
  files: readonly string[] = [],
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ReadonlyMap<string, Formula> | undefined> {
  const found = new Map<string, Formula>();
  const { decisionFormulas } = await loadProcesses();
  for (const file of files) {
    const read = await readRules(file, context);
    if (!read) return undefined;
    for (const [name, formula] of await decisionFormulas(read)) found.set(name, formula);
  }
  return found;
}
