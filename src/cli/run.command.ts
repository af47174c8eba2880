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
  usage: 'run <dir|services.json>… [--port N] [--bus URL] [--gateway FILE]',
  example: 'microforge run build/team-tasks --port 8080',
  positionals: { min: 1, max: 32 },
  options: {
    port: {
      type: 'string',
      placeholder: 'N',
      description:
        'port of a single service or of the gateway; 0 picks a free one (default: $PORT, else 3000)',
    },
    bus: {
      type: 'string',
      placeholder: 'URL',
      description: 'bus that components share, such as nats://127.0.0.1:4222 (default: $BUS_URL)',
    },
    gateway: {
      type: 'string',
      placeholder: 'FILE',
      description: 'gateway.json: forwards HTTP to the components, by path, version and weight',
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
    const { gateway } = values;
    const isOne = paths.length === 1 && values.bus === undefined && gateway === undefined;
    if (isOne && (existsSync(join(first, SERVICE_PATH)) || !first.endsWith('.json'))) {
      return serve({ directory: first, port: values.port, logs }, context);
    }
    if (values.port !== undefined && gateway === undefined) {
      context.output.diagnostics([cliDiagnostics.create('port-of-many', {})]);
      return 2;
    }
    const bus = values.bus ?? context.env['BUS_URL'];
    const front =
      gateway === undefined
        ? undefined
        : {
            file: resolve(context.cwd, gateway),
            port: Number(values.port ?? (context.env['PORT'] || 3000)),
          };
    return hostServices({ paths, bus, logs, gateway: front }, context);
  },
});
