import type { Bus, Subscription } from '../bus/bus.ts';
import type { LoadReport, ServiceHostOptions } from '../config/service-host.ts';
import { ServiceHost } from '../config/service-host.ts';
import { circuitBreaker } from '../middleware/circuit-breaker.middleware.ts';
import type { Middleware } from '../middleware/middleware.ts';
import { OtlpExporter } from '../middleware/otlp-exporter.ts';
import { retry } from '../middleware/retry.middleware.ts';
import { timeout } from '../middleware/timeout.middleware.ts';
import { tracing } from '../middleware/tracing.middleware.ts';
import { ServiceEntrypoint } from '../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../registry/service-registry.ts';
import type { ServiceStatus } from '../registry/service-state.ts';
import { announceChanges } from '../remote/announce-changes.ts';
import { callOverBus } from '../remote/bus-call.ts';
import { serveOnBus } from '../remote/serve-on-bus.ts';
import type { Telemetry } from '../telemetry/read-telemetry.ts';

/** What to run; everything but the services has a default. */
export interface RunOptions extends Omit<ServiceHostOptions, 'registry' | 'onInterfaceChange'> {
  /** Shared with other processes; closed at the end. Without one, components call those of this process alone. */
  readonly bus?: Bus;
  readonly middleware?: readonly Middleware[];
  /** Where the spans of calls go: see `readTelemetry`. */
  readonly telemetry?: Telemetry | undefined;
  /** Told what a change of the files has done. */
  readonly onReload?: (report: LoadReport) => void;
  /** Told when a service got ready or unhealthy. */
  readonly onState?: (status: ServiceStatus) => void;
}

/** Services that run. */
export interface RunningServices {
  readonly registry: ServiceRegistry;
  readonly entrypoint: ServiceEntrypoint;
  /** What the first load has done. */
  readonly report: LoadReport;
  /** Ends gracefully: nothing new, what is under way is answered, then all is shut down. Gives the calls lost. */
  stop(): Promise<number>;
}

/** A call that no component limits itself. */
const LONGEST_CALL_MS = 30_000;
const HEALTH_EVERY_MS = 2000;

/**
 * Hosts what services.json files say, follows their changes, and answers on a bus: `microforge run` for
 * programs. Never rejects because of what users write: that is in `report`.
 */
export async function runServices(options: RunOptions): Promise<RunningServices> {
  const {
    bus,
    middleware = defaultMiddleware(),
    onReload = () => {},
    onState = () => {},
  } = options;
  const spans = options.telemetry && exporterTo(options.telemetry);
  const registry = new ServiceRegistry({
    middleware: spans === undefined ? middleware : [spans.middleware, ...middleware],
    healthIntervalMs: HEALTH_EVERY_MS,
    ...(bus !== undefined && { remote: callOverBus(bus) }),
  });
  const host = new ServiceHost({
    ...options,
    registry,
    ...(bus !== undefined && { onInterfaceChange: announceChanges(bus) }),
  });
  const report = await host.load();
  const serving: Subscription[] = bus === undefined ? [] : await serve(registry, bus);
  const unfollow = followStates(registry, onState);
  const unwatch = host.watch(onReload);
  // A host runs until it is stopped, also when nothing of it holds a socket.
  const alive = setInterval(() => {}, 60_000);
  const stop = async () => {
    unwatch();
    unfollow();
    clearInterval(alive);
    // A load that is under way would start services after the end.
    await host.idle();
    await Promise.all(serving.map((each) => each.stop()));
    try {
      return await registry.stop();
    } finally {
      await bus?.close();
      await spans?.exporter.close();
    }
  };
  return { registry, entrypoint: new ServiceEntrypoint(registry), report, stop };
}

const defaultMiddleware = () => [
  retry(),
  circuitBreaker(),
  timeout({ timeoutMs: LONGEST_CALL_MS }),
];

function exporterTo({ sampler, ...options }: Telemetry) {
  const exporter = new OtlpExporter({ ...options, endpoint: options.tracesUrl });
  return { exporter, middleware: tracing({ exporter: exporter.export, sampler }) };
}

async function serve(registry: ServiceRegistry, bus: Bus): Promise<Subscription[]> {
  const serving = [await serveOnBus(registry, bus)];
  if ('connection' in bus) {
    const { NatsBus } = await import('../bus/nats/nats-bus.ts');
    const { serveDiscovery } = await import('../bus/nats/nats-discovery.ts');
    if (bus instanceof NatsBus) serving.push(await serveDiscovery(bus, registry));
  }
  return serving;
}

/** Tells when a service gets unhealthy or better; what comes and goes is told by reports of loads. */
function followStates(
  registry: ServiceRegistry,
  onState: NonNullable<RunOptions['onState']>,
): () => void {
  const known = new Map(registry.status().map(({ id, state }) => [id, state]));
  return registry.onChange(() => {
    for (const status of registry.status()) {
      const { id, state } = status;
      if (known.get(id) === state) continue;
      const told = state === 'unhealthy' || (state === 'ready' && known.get(id) === 'unhealthy');
      known.set(id, state);
      if (told) onState(status);
    }
  });
}
