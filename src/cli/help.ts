import type { Command, CommandOption } from './command.ts';
import { commonOptions } from './parse.ts';
import type { RegisteredCommand } from './registered-command.ts';

/** Help for all commands: one line each. */
export function overview(commands: readonly RegisteredCommand[]): string {
  const width = Math.max(7, ...commands.map((command) => command.name.length));
  return [
    'MicroForge turns requirements into running, verified microservices.',
    '',
    'Usage: microforge <command> [arguments] [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  help for a command`,
    '',
    '  -h, --help     help, also after a command',
    '  -v, --version  the version of microforge',
    '',
    'Example: microforge forge "Manage products with SKU, name and stock" --run',
    exitCodes,
  ].join('\n');
}

/** Help for one command: usage, options, an example that works. */
export function commandHelp(command: Command): string {
  const rows = Object.entries({ ...command.options, ...commonOptions }).map(optionRow);
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    command.summary,
    '',
    `Usage: microforge ${command.usage}`,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`),
    '',
    `Example: ${command.example}`,
    exitCodes,
  ].join('\n');
}

const exitCodes = 'Exit: 0 fine, 1 findings, 2 wrong usage, 3 our bug';

function optionRow([name, option]: [string, CommandOption]): [string, string] {
  const negated = option.type === 'boolean' && option.default === true;
  const short = option.short ? `-${option.short}, ` : '    ';
  const value = option.type === 'string' ? ` ${option.placeholder ?? 'VALUE'}` : '';
  const shown = typeof option.default === 'string' && option.default !== '';
  const note = shown ? ` (default ${String(option.default)})` : '';
  return [`${short}--${negated ? 'no-' : ''}${name}${value}`, option.description + note];
}
