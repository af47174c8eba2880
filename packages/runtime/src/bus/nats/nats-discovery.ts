import { randomUUID } from 'node:crypto';
import type { Msg } from '@nats-io/transport-node';
import type { ServiceRegistry } from '../../registry/service-registry.ts';
import type { ServiceStatus } from '../../registry/service-state.ts';
import { serviceSubject } from '../../remote/bus-call.ts';
import type { Subscription } from '../bus.ts';
import type { NatsBus } from './nats-bus.ts';

/** What all answers of the protocol begin with. */
interface Identity {
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly metadata: Readonly<Record<string, string>>;
}

const verbs = ['PING', 'INFO', 'STATS'] as const;
type Verb = (typeof verbs)[number];

/**
 * Answers the NATS services protocol (ADR-32: `$SRV.PING`, `$SRV.INFO`, `$SRV.STATS`, each also for a name or
 * for a name and an id) for what a registry hosts, so that `nats micro ls` and others find it. Only services
 * that take calls now are there: one that is unhealthy or stopping is not found.
 */
export async function serveDiscovery(
  bus: NatsBus,
  registry: ServiceRegistry,
): Promise<Subscription> {
  const instance = randomUUID();
  const started = new Date().toISOString();
  const answer = (verb: Verb, message: Msg) => {
    const [, , name, id] = message.subject.split('.');
    if (id !== undefined && id !== instance) return;
    for (const status of registry.status()) {
      if (status.state !== 'ready') continue;
      if (name !== undefined && name !== microName(status.id)) continue;
      const identity = {
        name: microName(status.id),
        id: instance,
        version: status.interface.version,
        metadata: { service_id: status.id, interface: status.interface.name },
      };
      message.respond(JSON.stringify(responses[verb](identity, status, started)));
    }
  };
  const { connection } = bus;
  const subscriptions = verbs.flatMap((verb) =>
    [`$SRV.${verb}`, `$SRV.${verb}.>`].map((subject) =>
      connection.subscribe(subject, {
        callback: (error, message) => {
          if (error === null) answer(verb, message);
        },
      }),
    ),
  );
  await connection.flush().catch(() => {});
  return {
    stop: async () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}

/** Names of the protocol have no dots. */
const microName = (serviceId: string) => serviceId.replaceAll('.', '-');

const responses: Readonly<
  Record<Verb, (identity: Identity, status: ServiceStatus, started: string) => object>
> = {
  PING: (identity) => ({ type: 'io.nats.micro.v1.ping_response', ...identity }),
  INFO: (identity, { id, interface: { name } }) => ({
    type: 'io.nats.micro.v1.info_response',
    ...identity,
    description: `interface ${name}`,
    endpoints: [endpointOf(id)],
    // Older tools look here.
    subjects: [serviceSubject(id)],
  }),
  STATS: (identity, { id, ok, failed, busyMs, lastError }, started) => ({
    type: 'io.nats.micro.v1.stats_response',
    ...identity,
    started,
    endpoints: [
      {
        ...endpointOf(id),
        num_requests: ok + failed,
        num_errors: failed,
        last_error: lastError,
        processing_time: nanoseconds(busyMs),
        average_processing_time: ok + failed === 0 ? 0 : nanoseconds(busyMs / (ok + failed)),
      },
    ],
  }),
};

const endpointOf = (id: string) => ({
  name: 'execute',
  subject: serviceSubject(id),
  queue_group: 'service',
});

const nanoseconds = (ms: number) => Math.round(ms * 1e6);
