import type { Diagnostic } from '#diagnostics';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { Command, CommandContext, ExitCode } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { nearest } from './nearest.ts';
import { stopped } from './stopped.ts';
import { createOutput, type Output, type Sink } from './output.ts';
import { parseArguments } from './parse.ts';
import type { RegisteredCommand } from './registered-command.ts';

/** What `dispatch` needs of the process: real streams in `main`, buffers in tests. */
export interface Ports extends Pick<CommandContext, 'stdin' | 'cwd' | 'env' | 'signal'> {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly version: string;
  readonly commands: readonly RegisteredCommand[];
  /** Called once the modules of the command are loaded, before it does anything. */
  readonly loaded?: () => void;
}

/** Runs one command line (without `node` and the script) and gives the exit code. Never throws. */
export async function dispatch(argv: readonly string[], ports: Ports): Promise<ExitCode> {
  // Decided before parsing, so that mistakes are told in the form that was asked for.
  const end = argv.indexOf('--');
  const json = argv.slice(0, end === -1 ? undefined : end).includes('--json');
  const output = createOutput({ ...ports, json });
  try {
    return await choose(argv, ports, output);
  } catch (error) {
    if (ports.signal.aborted) {
      // What was under way has cleaned up after itself.
      if (!json) ports.stderr.write(`${stopped(output)}\n`);
      return 1;
    }
    const reason = error instanceof Error ? error.message : String(error);
    output.diagnostics([cliDiagnostics.create('internal-error', { reason })]);
    if (ports.env['MICROFORGE_DEBUG'] && error instanceof Error)
      ports.stderr.write(`${error.stack}\n`);
    return 3;
  }
}

async function choose(argv: readonly string[], ports: Ports, output: Output): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === '--version' || first === '-v' || first === 'version') {
    output.document(ports.version);
    return 0;
  }
  const wantsHelp = first === 'help' || first === '--help' || first === '-h';
  const words = wantsHelp ? rest.filter((argument) => !argument.startsWith('-')) : argv;
  const [name, second] = words;
  if (name === undefined) {
    const text = overview(ports.commands);
    if (wantsHelp) output.document(text);
    else ports.stderr.write(`${text}\n`);
    return wantsHelp ? 0 : 2;
  }
  // The name of a command may be two words: `process check`.
  const pair = ports.commands.find((command) => command.name === `${name} ${second}`);
  const found = pair ?? ports.commands.find((command) => command.name === name);
  const group = ports.commands.filter((command) => command.name.startsWith(`${name} `));
  if (!found && group.length > 0) return chooseOf(group, second, wantsHelp, ports, output);
  if (!found) return refuse(output, unknownCommand(name, ports.commands));
  const command = await found.load();
  ports.loaded?.();
  if (wantsHelp) {
    output.document(commandHelp(command));
    return 0;
  }
  return runCommand(command, pair ? rest.slice(1) : rest, ports, output);
}

/** The first word names several commands, the second none of them. */
function chooseOf(
  group: readonly RegisteredCommand[],
  second: string | undefined,
  wantsHelp: boolean,
  ports: Ports,
  output: Output,
): ExitCode {
  const [first = ''] = group[0]?.name.split(' ') ?? [];
  if (second !== undefined && !second.startsWith('-'))
    return refuse(output, unknownCommand(`${first} ${second}`, group));
  const text = overview(group);
  if (wantsHelp || second === '--help' || second === '-h') output.document(text);
  else ports.stderr.write(`${text}\n`);
  return wantsHelp || second !== undefined ? 0 : 2;
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  ports: Ports,
  output: Output,
): Promise<ExitCode> {
  const { args, values, diagnostics } = parseArguments(command, argv);
  if (diagnostics.length > 0) return refuse(output, ...diagnostics);
  if (values['help'] === true) {
    output.document(commandHelp(command));
    return 0;
  }
  const { min, max } = command.positionals;
  if (args.length < min || args.length > max) {
    const problem = { command: command.name, usage: command.usage, given: args.length };
    return refuse(output, cliDiagnostics.create('wrong-arguments', problem));
  }
  const { stdin, cwd, env, signal, stdout, stderr } = ports;
  const streams = { stdout, stderr };
  return command.run({ args, values, output, streams, stdin, cwd, env, signal });
}

function unknownCommand(name: string, commands: readonly RegisteredCommand[]): Diagnostic {
  const names = commands.map((command) => command.name);
  return cliDiagnostics.create('unknown-command', { name, suggestion: nearest(name, names) });
}

function refuse(output: Output, ...diagnostics: Diagnostic[]): ExitCode {
  output.diagnostics(diagnostics);
  return 2;
}
