import type { Call, Dispatch } from '../component/call.ts';
import { compareInterfaces, type InterfaceChange } from '../component/compare-interfaces.ts';
import type { AnyComponent } from '../component/component.ts';
import { CallDepthError, ServiceNotFoundError } from '../errors/call-errors.ts';
import type { Middleware } from '../middleware/middleware.ts';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { componentProblem } from './component-problem.ts';
import { Service } from './service.ts';
import {
  defaultLimits,
  type LifecycleLimits,
  type ServiceState,
  type ServiceStatus,
} from './service-state.ts';

/** How a registry hosts; everything has a default. */
export interface RegistryOptions {
  /** Around every call of every service, the first outermost. */
  readonly middleware?: readonly Middleware[];
  readonly limits?: Partial<LifecycleLimits>;
  /** Where calls go for services that are not here; see `callOverBus`. */
  readonly remote?: Dispatch;
  /** How often components are asked for their health. */
  readonly healthIntervalMs?: number;
}

const MAX_DEPTH = 32;

/** The components of this process, by service id. */
export class ServiceRegistry {
  readonly #services = new Map<string, Service>();
  readonly #middleware: readonly Middleware[];
  readonly #limits: LifecycleLimits;
  readonly #remote: Dispatch | undefined;
  readonly #schemas = new SchemaCompiler();
  readonly #healthTimer: NodeJS.Timeout;
  readonly #listeners = new Set<() => void>();
  #asking = false;

  constructor({ middleware = [], limits, remote, healthIntervalMs = 5000 }: RegistryOptions = {}) {
    this.#middleware = middleware;
    this.#remote = remote;
    this.#limits = { ...defaultLimits, ...limits };
    this.#healthTimer = setInterval(() => void this.checkHealth(), healthIntervalMs).unref();
  }

  /**
   * Starts a component and takes calls for it once `initialize` is through.
   * @throws TypeError when it is no component or the id is taken, InvalidConfigError, or what `initialize` throws
   */
  async register(
    id: string,
    component: AnyComponent,
    config: unknown = {},
    { middleware = this.#middleware }: { readonly middleware?: readonly Middleware[] } = {},
  ): Promise<Service> {
    if (this.#services.has(id)) throw new TypeError(`Service "${id}" is there already.`);
    const service = this.#make(id, component, config, middleware);
    // The id is taken at once: two registrations in parallel must not both win.
    this.#services.set(id, service);
    try {
      await service.start();
    } catch (error) {
      this.#services.delete(id);
      throw error;
    }
    return service;
  }

  /**
   * Puts another component in the place of a service without a gap: the new one is started first, then takes
   * the calls, then the old one ends its own and is shut down. @throws as `register`; then the old one stays
   */
  async replace(
    id: string,
    component: AnyComponent,
    config: unknown = {},
  ): Promise<InterfaceChange> {
    const old = this.get(id);
    const service = this.#make(id, component, config, this.#middleware);
    await service.start();
    this.#services.set(id, service);
    const change = compareInterfaces(old.interface, service.interface);
    await old.stop();
    return change;
  }

  /** The service, whatever its state. @throws ServiceNotFoundError */
  get(id: string): Service {
    const service = this.#services.get(id);
    if (service === undefined) throw new ServiceNotFoundError(id);
    return service;
  }

  /** Who takes calls now (or is in another state), of one interface or of all, sorted by id. */
  find({ interface: name, state = 'ready' }: { interface?: string; state?: ServiceState } = {}) {
    return [...this.#services.values()]
      .filter((service) => service.state === state)
      .filter((service) => name === undefined || service.interface.name === name)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Whether calls of services that are not here go somewhere. */
  get hasRemote(): boolean {
    return this.#remote !== undefined;
  }

  /** Runs a call on its service; rejects, never throws. */
  readonly dispatch = (call: Call): Promise<unknown> => {
    try {
      if (call.depth > MAX_DEPTH) throw new CallDepthError(call.serviceId, MAX_DEPTH);
      const service = this.#services.get(call.serviceId);
      if (service === undefined && this.#remote !== undefined) return this.#remote(call);
      return (service ?? this.get(call.serviceId)).run(call);
    } catch (error) {
      return Promise.reject(error);
    }
  };

  /** Takes a service out: no new calls, those in flight are answered, then `shutdown`. Gives the calls lost. */
  async unregister(id: string): Promise<number> {
    const service = this.get(id);
    try {
      return await service.stop();
    } finally {
      if (this.#services.get(id) === service) this.#services.delete(id);
    }
  }

  /** Tells after each change of what `find` gives: a service got ready, unhealthy, stopped. Gives the way to end that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Asks every component how it is; one round at a time. */
  async checkHealth(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      await Promise.all([...this.#services.values()].map((service) => service.checkHealth()));
    } finally {
      this.#asking = false;
    }
  }

  status(): ServiceStatus[] {
    return [...this.#services.values()].map((service) => service.status());
  }

  /** Stops all services side by side; gives the calls that were lost. @throws AggregateError when a shutdown failed */
  async stop(): Promise<number> {
    clearInterval(this.#healthTimer);
    const ends = await Promise.allSettled(
      [...this.#services.keys()].map((id) => this.unregister(id)),
    );
    const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
    if (errors.length > 0) throw new AggregateError(errors, 'Some components did not shut down.');
    return ends.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0);
  }

  #make(
    id: string,
    component: AnyComponent,
    config: unknown,
    middleware: readonly Middleware[],
  ): Service {
    const problem = componentProblem(component);
    if (problem !== undefined) throw new TypeError(`Service "${id}": ${problem}`);
    const { limits, schemas } = { limits: this.#limits, schemas: this.#schemas };
    const onState = () => {
      for (const listener of this.#listeners) listener();
    };
    return new Service({ id, component, config, middleware, schemas, limits, onState });
  }
}
