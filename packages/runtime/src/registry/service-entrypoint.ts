import { Call } from '../component/call.ts';
import type { ServiceRegistry } from './service-registry.ts';

/** A call from outside: HTTP, a bus, a test. */
export interface ServiceRequest {
  readonly service_id: string;
  /** Follows the call through logs and other services; made up when absent. */
  readonly request_id?: string;
  readonly data: unknown;
  /** Lower-case names; `traceparent` and `authorization` mean what they do in HTTP. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout_ms?: number;
}

/** The one door into the components of a process. */
export class ServiceEntrypoint {
  readonly #registry: ServiceRegistry;

  constructor(registry: ServiceRegistry) {
    this.#registry = registry;
  }

  /** The output of the service. Rejects with a RuntimeError, or with what the component threw. */
  execute(request: ServiceRequest): Promise<unknown> {
    const { dispatch } = this.#registry;
    const call = new Call(
      {
        serviceId: request.service_id,
        requestId: request.request_id,
        data: request.data,
        headers: request.headers,
        timeoutMs: request.timeout_ms,
      },
      dispatch,
    );
    return dispatch(call);
  }
}
