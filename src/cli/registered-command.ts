import type { Command } from './command.ts';

/** A line of the generated registry: enough for help and dispatch without loading the command. */
export interface RegisteredCommand {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}
