import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';
import { readBounded } from './read-bounded.ts';

/** Named values as JSON. */
export type Values = Readonly<Record<string, unknown>>;

/** Values from an option: a JSON object, or the name of a file that holds one. Undefined, and told, if it is none. */
export async function readValues(
  option: string,
  given: string,
  { cwd, stdin, output }: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<Values | undefined> {
  const isText = /^\s*[{[]/.test(given);
  const bytes = isText ? '' : await readBounded(given, { cwd, stdin });
  const text = isText ? given : typeof bytes === 'string' ? '' : new TextDecoder().decode(bytes);
  const value = recordOf(text);
  if (value) return value;
  const why = !isText && typeof bytes === 'string' ? `: ${bytes}` : '';
  const reason = `--${option} is no JSON object, nor a file that holds one${why}`;
  output.diagnostics([cliDiagnostics.create('bad-option', { reason, suggestion: '' })]);
  return undefined;
}

/** The object that a text is as JSON; undefined if it is none. */
export function recordOf(text: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}
