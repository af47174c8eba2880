import { loadDecisions } from '#rules';
import type { Explanation } from '#rules';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { readRules } from './read-rules.ts';
import { readValues } from './read-values.ts';

/** Options of the commands that make decisions. */
export const decideOptions = {
  data: {
    type: 'string',
    placeholder: 'JSON|FILE',
    description: 'the values of the inputs: a JSON object, or a file with one (default {})',
  },
  decision: {
    type: 'string',
    multiple: true,
    placeholder: 'NAME',
    description: 'only this decision, and what it requires (default: all, and the rules)',
  },
  now: {
    type: 'string',
    placeholder: 'TIME',
    description: 'the time that now() and today() mean, in ISO 8601 (default: now)',
  },
} as const;

interface Asked {
  readonly data?: string | undefined;
  readonly decision?: string[] | undefined;
  readonly now?: string | undefined;
}

/** Reads rules and values, and decides; a number is the exit code of what was told to be wrong. */
export async function decide(
  argument: string,
  { data = '{}', decision: wanted, now: time }: Asked,
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<Explanation | ExitCode> {
  const { output } = context;
  const refuse = (reason: string): ExitCode => {
    output.diagnostics([cliDiagnostics.create('bad-option', { reason, suggestion: '' })]);
    return 2;
  };
  const now = time === undefined ? Date.now() : Date.parse(time);
  if (Number.isNaN(now)) return refuse(`--now "${time}" is no time of ISO 8601`);
  const record = await readValues('data', data, context);
  if (!record) return 2;
  const read = await readRules(argument, context);
  if (!read) return 1;
  const names = read.model.decisions.map(({ name }) => name);
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    return refuse(`--decision: there is no "${unknown}", but ${names.join(', ') || 'none at all'}`);
  const { explainDecisions } = await loadDecisions();
  return explainDecisions(read, record, now, wanted);
}
