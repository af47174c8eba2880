import {
  type Metadata,
  type sendUnaryData,
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { isStream } from '../component/output-stream.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { health } from './health.ts';
import { loadProtos } from './load-protos.ts';
import { reflection } from './reflection.ts';
import { statusOf } from './status-of.ts';
import { writeMessages } from './write-messages.ts';

/** What is served over gRPC. */
export interface GrpcOptions {
  readonly gateway: Gateway;
  /** .proto files, and where their imports are. */
  readonly protos: readonly string[];
  readonly includeDirs?: readonly string[];
  /** gRPC service, such as `shop.Orders` → service of the gateway, or method by method → service. */
  readonly services: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  /** Longest message; default 4 MB. */
  readonly messageBytes?: number;
}

/**
 * Serves gRPC services: a message goes to the component of the gateway's service as its data, and its output comes
 * back as a message; where a method returns a stream, each item of a component whose interface says `stream`. Methods
 * that take a stream are answered with UNIMPLEMENTED. Versions by weight, callers and limits are those of the gateway, and so
 * are rollouts. With the health and the reflection service.
 */
export class GrpcServer {
  readonly #server: Server;
  #serving = true;

  /** @throws Error when a proto is wrong or has no such service, ServiceNotFoundError */
  constructor({ gateway, protos, includeDirs, services, messageBytes = 4_194_304 }: GrpcOptions) {
    this.#server = new Server({
      'grpc.max_receive_message_length': messageBytes,
      'grpc.max_concurrent_streams': 1000,
    });
    const definitions = loadProtos(protos, includeDirs);
    for (const [name, target] of Object.entries(services)) {
      const definition = definitions[name];
      if (definition === undefined || 'format' in definition) {
        throw new TypeError(`The protos have no service "${name}".`);
      }
      this.#server.addService(definition, handlersOf(gateway, definition, target));
    }
    const served = Object.keys(services);
    const ready = (name: string) => isReady(gateway, services[name] ?? {});
    const { definition, handlers } = health((name) => {
      if (name === '') return this.#serving && served.every(ready);
      return Object.hasOwn(services, name) ? this.#serving && ready(name) : undefined;
    });
    this.#server.addService(definition, handlers);
    for (const each of reflection(definitions, served)) {
      this.#server.addService(each.definition, each.handlers);
    }
  }

  /** Starts to take calls, in clear text; gives the address. @param port 0: a free one */
  listen(port = 0, host = '127.0.0.1'): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.bindAsync(
        `${host}:${port}`,
        ServerCredentials.createInsecure(),
        (error, taken) => (error === null ? resolve(`${host}:${taken}`) : reject(error)),
      );
    });
  }

  /** Says that it serves no more, waits for calls under way, and cuts off what takes longer. */
  async close(graceMs = 30_000): Promise<void> {
    this.#serving = false;
    const timer = setTimeout(() => this.#server.forceShutdown(), graceMs);
    await new Promise((resolve) => this.#server.tryShutdown(resolve));
    clearTimeout(timer);
  }
}

function handlersOf(
  gateway: Gateway,
  definition: ServiceDefinition,
  target: string | Readonly<Record<string, string>>,
): UntypedServiceImplementation {
  const handlers: UntypedServiceImplementation = {};
  for (const [method, { path, requestStream, responseStream }] of Object.entries(definition)) {
    const service = typeof target === 'string' ? target : target[method];
    // What is not handled is answered with UNIMPLEMENTED.
    if (service === undefined || requestStream) continue;
    gateway.route(service);
    const ask = (
      call: ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>,
    ) => {
      const deadline = Number(call.getDeadline());
      const timeoutMs = Number.isFinite(deadline) ? Math.max(1, deadline - Date.now()) : Infinity;
      const headers = headersOf(call.metadata);
      const left = new AbortController();
      call.on('cancelled', () => left.abort(new Error('The caller left.')));
      const about = {
        headers,
        method: 'POST',
        path,
        timeoutMs,
        signal: left.signal,
        streams: responseStream,
      };
      return { left: left.signal, output: gateway.call(service, { data: call.request, ...about }) };
    };
    if (responseStream) {
      handlers[method] = (call: ServerWritableStream<unknown, unknown>) => {
        const { left, output } = ask(call);
        output
          .then((given) => writeMessages(call, isStream(given) ? given : single(given), left))
          .catch((error: unknown) => call.emit('error', statusOf(error)));
      };
      continue;
    }
    handlers[method] = (
      call: ServerUnaryCall<unknown, unknown>,
      answer: sendUnaryData<unknown>,
    ) => {
      ask(call)
        .output.then((output) => {
          answer(null, output ?? {});
        })
        .catch((error: unknown) => answer(statusOf(error)));
    };
  }
  return handlers;
}

/** A component that gives one output is a stream of one message. */
async function* single(output: unknown) {
  yield output ?? {};
}

function headersOf(metadata: Metadata): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata.getMap()).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function isReady(gateway: Gateway, target: string | Readonly<Record<string, string>>): boolean {
  const names = typeof target === 'string' ? [target] : Object.values(target);
  return names.every((name) => gateway.isReady(name));
}
