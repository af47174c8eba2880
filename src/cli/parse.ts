import type { Diagnostic } from '#diagnostics';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { Command, CommandValues, CommandOptions } from './command.ts';
import { nearest } from './nearest.ts';

// To import it would load all that `node:util` gives.
const { parseArgs } = process.getBuiltinModule('node:util');

/** Options that every command has. */
export const commonOptions = {
  help: { type: 'boolean', short: 'h', description: 'show this help' },
  json: { type: 'boolean', description: 'print JSON for programs' },
} as const satisfies CommandOptions;

/** A command line after parsing: arguments and values, or what is wrong with them. */
export interface ParsedArguments {
  readonly args: readonly string[];
  readonly values: CommandValues<CommandOptions>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses what follows the command's name; `--no-x` negates a boolean `x`, `--` ends the options. */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  const options = { ...command.options, ...commonOptions };
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options,
      allowPositionals: true,
      allowNegative: true,
    });
    const [empty] = Object.entries<unknown>(values).find(([, value]) => value === '') ?? [];
    if (empty !== undefined) {
      const given = { reason: `--${empty} needs a value`, suggestion: '' };
      return { args: [], values: {}, diagnostics: [cliDiagnostics.create('bad-option', given)] };
    }
    return { args: positionals, values, diagnostics: [] };
  } catch (error) {
    if (!isParseError(error)) throw error;
    // Node adds advice after the first sentence; ours is shorter.
    const reason = (error.message.split(/\. |\n/)[0] ?? error.message).replace(/\.$/, '');
    const name = /'-{1,2}(?:no-)?([^'=]+?)[ =']/.exec(error.message)?.[1] ?? '';
    const known = nearest(name, Object.keys(options));
    const suggestion = error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? known : '';
    const diagnostic = cliDiagnostics.create('bad-option', { reason, suggestion });
    return { args: [], values: {}, diagnostics: [diagnostic] };
  }
}

function isParseError(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}
