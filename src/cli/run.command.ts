import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SERVICE_PATH } from '#verify';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { defineCommand } from './command.ts';
import { hostServices } from './host-services.ts';
import { serve } from './serve.ts';
import { wrongPort } from './wrong-option.ts';

/** `microforge run <dir|services.json>…` */
export const command = defineCommand({
  name: 'run',
  summary: 'start a generated service, or host components, until stopped',
  usage: 'run <dir|services.json>… [--port N] [--bus URL]',
  example: 'microforge run build/team-tasks --port 8080',
  positionals: { min: 1, max: 32 },
  options: {
    port: {
      type: 'string',
      placeholder: 'N',
      description: 'port of a single service; 0 picks a free one (default: $PORT, else 3000)',
    },
    bus: {
      type: 'string',
      placeholder: 'URL',
      description: 'bus that components share, such as nats://127.0.0.1:4222 (default: $BUS_URL)',
    },
    logs: { type: 'boolean', description: 'show what the services log, on stderr' },
  },
  async run({ args, values, ...context }) {
    const wrong = wrongPort(values.port);
    if (wrong) {
      context.output.diagnostics([wrong]);
      return 2;
    }
    const paths = args.map((path) => resolve(context.cwd, path));
    const [first = ''] = paths;
    const logs = values.logs === true;
    const isOne = paths.length === 1 && values.bus === undefined;
    if (isOne && (existsSync(join(first, SERVICE_PATH)) || !first.endsWith('.json'))) {
      return serve({ directory: first, port: values.port, logs }, context);
    }
    if (values.port !== undefined) {
      context.output.diagnostics([cliDiagnostics.create('port-of-many', {})]);
      return 2;
    }
    return hostServices({ paths, bus: values.bus ?? context.env['BUS_URL'], logs }, context);
  },
});
