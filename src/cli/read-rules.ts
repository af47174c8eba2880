import { basename } from 'node:path';
import { loadDecisions } from '#rules';
import type { RulesAndDecisions } from '#rules';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';
import { readBounded } from './read-bounded.ts';

/**
 * Reads rules and decisions from a file, DMN or JSON, or from standard input (`-`), and tells what is wrong with them.
 */
export async function readRules(
  argument: string,
  { cwd, stdin, output }: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<RulesAndDecisions | undefined> {
  const path = argument === '-' ? 'stdin' : basename(argument);
  const refuse = (reason: string): undefined => {
    output.diagnostics([cliDiagnostics.create('unreadable-rules', { path, reason })]);
  };
  const bytes = await readBounded(argument, { cwd, stdin });
  if (typeof bytes === 'string') return refuse(bytes);
  const text = new TextDecoder().decode(bytes);
  const { readDmn, readRulesDocument } = await loadDecisions();
  if (/^\s*</.test(text)) {
    const { value: model, diagnostics } = await readDmn(text);
    output.diagnostics(diagnostics);
    return model && { model, rules: { id: 'rules', inputs: [], rules: [] } };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const { value, diagnostics } = readRulesDocument(json);
  output.diagnostics(diagnostics);
  return value;
}
