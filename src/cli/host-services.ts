import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Bus, LoadReport, RunningServices, ServiceStatus } from '@microforge/runtime';
import type * as Runtime from '@microforge/runtime';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { forgedServices } from './forged-services.ts';
import { openGateway } from './open-gateway.ts';
import { stopped } from './stopped.ts';

interface HostOptions {
  /** Absolute: services.json files and folders of forged services. */
  readonly paths: readonly string[];
  readonly bus: string | undefined;
  readonly logs: boolean;
  /** What forwards HTTP to the components; undefined: nothing does. */
  readonly gateway: { readonly file: string; readonly port: number } | undefined;
}

type Context = Pick<CommandContext, 'cwd' | 'env' | 'output' | 'signal'>;

/** Hosts components in the foreground until we are asked to stop; follows changes of the files meanwhile. */
export async function hostServices(
  { paths, bus: busUrl, logs, gateway: front }: HostOptions,
  { cwd, env, output, signal }: Context,
): Promise<ExitCode> {
  const runtime = await import('@microforge/runtime');
  const bus = busUrl === undefined ? undefined : await open(busUrl, runtime, output);
  if (busUrl !== undefined && bus === undefined) return notHosted(output);
  const { files, services } = forgedServices(paths);
  const tell = (report: LoadReport) => output.diagnostics(report.diagnostics, textOf);
  const telemetry = runtime.readTelemetry(env, 'microforge');
  output.diagnostics(telemetry.diagnostics);
  const running = await runtime.runServices({
    files,
    telemetry: telemetry.value,
    inline: { services, folder: cwd },
    environment: env,
    ...(bus !== undefined && { bus }),
    prepare: async (directory) => {
      const { prepareService } = await import('#verify');
      const { value, diagnostics } = await prepareService({ directory, env, signal });
      const [command = '', ...args] = value ?? [];
      return { value: value && { command, args }, diagnostics };
    },
    onLog: (id, line) => {
      if (!logs) return;
      if (output.mode === 'json') output.event('log', { id, line });
      else process.stderr.write(`[${id}] ${line}\n`);
    },
    onReload: (report) => {
      tell(report);
      const { added, changed, removed } = report;
      output.event('reload', { added, changed, removed });
      for (const [what, ids] of Object.entries({ added, changed, removed }))
        for (const id of ids) output.line(`${id} was ${what}`);
    },
    onState: ({ id, state, health }) => {
      output.event('state', { id, state, health });
      output.line(`${id} is ${state}${state === 'unhealthy' ? `: ${health}` : ''}`);
    },
  });
  tell(running.report);
  const statuses = running.registry.status();
  if (statuses.length === 0) {
    await running.stop();
    if (running.report.diagnostics.length === 0)
      output.diagnostics([cliDiagnostics.create('nothing-to-host', {})]);
    return notHosted(output);
  }
  const { registry } = running;
  const gateway = front && (await openGateway({ ...front, registry }, { env, output }));
  if (front !== undefined && gateway === undefined) {
    await running.stop();
    return notHosted(output);
  }
  show(running, statuses, output);
  if (gateway !== undefined) {
    output.event('gateway', { url: gateway.url });
    output.line(`${output.style('green', gateway.url)}  gateway`);
  }
  output.event('ready', { services: statuses.length });
  if (busUrl !== undefined)
    output.line(output.style('dim', `on ${runtime.withoutPassword(busUrl)}`));
  output.line(output.style('dim', 'Ctrl-C stops them.'));
  if (!signal.aborted) await once(signal, 'abort');
  const cut = (await gateway?.close()) ?? 0;
  const lost = cut + (await running.stop());
  output.result({ services: statuses.map(({ id }) => id), lost }, stopped(output));
  return lost === 0 ? 0 : 1;
}

async function open(
  url: string,
  { openBus, withoutPassword }: Pick<typeof Runtime, 'openBus' | 'withoutPassword'>,
  output: Context['output'],
): Promise<Bus | undefined> {
  try {
    return await openBus(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.diagnostics([cliDiagnostics.create('no-bus', { url: withoutPassword(url), reason })]);
    return undefined;
  }
}

/** One line, or one event, for each component. */
function show(
  { registry }: RunningServices,
  statuses: readonly ServiceStatus[],
  output: Context['output'],
): void {
  const longest = Math.max(...statuses.map(({ id }) => id.length));
  for (const { id, state, interface: promised } of statuses.toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )) {
    const { url } = registry.get(id).component;
    output.event('component', { id, state, interface: promised, ...(url && { url }) });
    const where = url ?? `${promised.name} ${promised.version}, in process`;
    output.line(`${id.padEnd(longest)}  ${output.style('green', where)}`);
  }
}

function textOf(document: string): string | undefined {
  try {
    return readFileSync(document, 'utf8');
  } catch {
    return undefined;
  }
}

function notHosted(output: Context['output']): ExitCode {
  output.result({ services: [] });
  return 1;
}
