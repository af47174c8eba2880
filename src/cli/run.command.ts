import { resolve } from 'node:path';
import { defineCommand } from './command.ts';
import { serve } from './serve.ts';
import { wrongPort } from './wrong-number.ts';

/** `microforge run <dir>` */
export const command = defineCommand({
  name: 'run',
  summary: 'start a generated service and serve it until stopped',
  usage: 'run <dir> [--port N]',
  example: 'microforge run build/team-tasks --port 8080',
  positionals: { min: 1, max: 1 },
  options: {
    port: {
      type: 'string',
      placeholder: 'N',
      description: 'port to listen on; 0 picks a free one (default: $PORT, else 3000)',
    },
    logs: { type: 'boolean', description: 'show what the service logs, on stderr' },
  },
  async run({ args: [directory = ''], values, ...context }) {
    const wrong = wrongPort(values.port);
    if (wrong) {
      context.output.diagnostics([wrong]);
      return 2;
    }
    return serve(
      { directory: resolve(context.cwd, directory), port: values.port, logs: values.logs === true },
      context,
    );
  },
});
