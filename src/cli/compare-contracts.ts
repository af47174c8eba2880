import { resolve } from 'node:path';
import { loadComparison } from '#contract';
import { contractChangeLine } from './contract-change-line.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { readDocument } from './read-document.ts';

/** `contract diff`: prints the verdict of every change; 1 if any of them breaks somebody. */
export async function compareFiles(
  old: string,
  next: string,
  { cwd, output }: Pick<CommandContext, 'cwd' | 'output'>,
): Promise<ExitCode> {
  const documents = await Promise.all([old, next].map((path) => readDocument(resolve(cwd, path))));
  for (const document of documents) output.diagnostics(document.diagnostics);
  const [before, after] = documents.map((document) => document.value);
  if (!before || !after) return 1;
  const { compareContracts } = await loadComparison();
  const { verdict, changes } = compareContracts(before, after);
  if (output.mode === 'json') output.document(JSON.stringify({ verdict, changes }));
  else {
    for (const change of changes) output.line(contractChangeLine(change, output.style));
    output.line(`${changes.length === 0 ? '' : '\n'}${verdict}`);
  }
  return verdict === 'breaking' ? 1 : 0;
}
