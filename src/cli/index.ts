export { main } from './main.ts';
export { defineCommand, type Command, type CommandContext, type ExitCode } from './command.ts';
export { dispatch, type Ports } from './dispatch.ts';
