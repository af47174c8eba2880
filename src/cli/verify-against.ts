import { resolve } from 'node:path';
import { compareServices } from '#verify';
import type { CommandContext, ExitCode } from './command.ts';

/** Findings that are shown in full; `--json` gives all of them. */
const SHOWN = 20;

/** `verify <dir> --against DIR,…`: the same requests to all of them, and where their answers differ. */
export async function verifyAgainst(
  { output, cwd, signal }: Pick<CommandContext, 'output' | 'cwd' | 'signal'>,
  directory: string,
  others: readonly string[],
  seed: number,
): Promise<ExitCode> {
  const stage = output.stage('the same requests to all of them');
  const { value, diagnostics } = await compareServices({
    directories: [resolve(cwd, directory), ...others.map((one) => resolve(cwd, one))],
    seed,
    signal,
    onProgress: (text) => stage.update(text),
  });
  if (!value) {
    stage.fail();
    output.diagnostics(diagnostics);
    output.result({ verdict: null });
    return 1;
  }
  const { targets, requests, findings } = value;
  const summary = `${requests} requests to ${targets.join(', ')}: ${findings.length} differences`;
  if (findings.length === 0) stage.done(summary);
  else stage.fail(summary);
  for (const { code, clause, message, curl } of findings.slice(0, SHOWN)) {
    output.line(`  ${code} (${clause}): ${message}`);
    if (curl !== undefined) output.line(`    ${curl.replaceAll('\n', '\n    ')}`);
  }
  if (findings.length > SHOWN) output.line(`  … and ${findings.length - SHOWN} more`);
  const verdict = findings.length === 0 ? 'alike' : 'different';
  output.result({ verdict, comparison: value });
  return findings.length === 0 ? 0 : 1;
}
