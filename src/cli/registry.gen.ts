// Made by `npm run generate`; edits are lost.
import type { RegisteredCommand } from './registered-command.ts';

export const commands: readonly RegisteredCommand[] = [];
