import type { ParseArgsOptionDescriptor } from 'node:util';
import type { Output, Sink } from './output.ts';

/** 0 fine, 1 findings, 2 wrong usage, 3 our bug. */
export type ExitCode = 0 | 1 | 2 | 3;

/** One option: a `node:util` parseArgs descriptor with its line for `--help`. */
export interface CommandOption extends ParseArgsOptionDescriptor {
  readonly description: string;
  /** Shown after the name in help, such as `DIR`. */
  readonly placeholder?: string;
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

type Scalar<T> = T extends 'boolean' ? boolean : string;
type Value<O extends CommandOption> = O extends { multiple: true }
  ? Scalar<O['type']>[]
  : Scalar<O['type']>;

/** Parsed values: an option with a default is always there, any other may be undefined. */
export type CommandValues<O extends CommandOptions> = {
  readonly [K in keyof O]: O[K] extends { default: unknown }
    ? Value<O[K]>
    : Value<O[K]> | undefined;
};

/** All that a command may touch of the process. Tests build one with buffers. */
export interface CommandContext<O extends CommandOptions = CommandOptions> {
  /** Positional arguments after the command's name. */
  readonly args: readonly string[];
  readonly values: CommandValues<O>;
  readonly output: Output;
  /** For the rare command whose product is bytes, or that has to keep one of them free; `output` is for the others. */
  readonly streams: { readonly stdout: Sink; readonly stderr: Sink };
  /** Reads standard input to its end, or to one byte beyond `limit`. */
  readonly stdin: (limit: number) => Promise<Uint8Array>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by SIGINT, SIGTERM, SIGHUP, or when the process that started us dies. */
  readonly signal: AbortSignal;
}

/** One command; each lives in `<name>.command.ts` as `export const command = defineCommand({…})`. */
export interface Command<O extends CommandOptions = CommandOptions> {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** After `microforge`, such as `forge <requirements> [options]`. */
  readonly usage: string;
  /** A full line that works when pasted, such as `microforge check prd.md`. */
  readonly example: string;
  /** How many positional arguments: checked before `run`. */
  readonly positionals: { readonly min: number; readonly max: number };
  readonly options: O;
  run(context: CommandContext<O>): Promise<ExitCode>;
}

/** Gives `run` the exact types of its options, then forgets them so that commands fit one registry. */
export function defineCommand<const O extends CommandOptions>(command: Command<O>): Command {
  // A method parameter is bivariant: `main` builds `values` from the same `options`.
  return command;
}
