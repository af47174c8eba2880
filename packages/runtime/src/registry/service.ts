import type { Call } from '../component/call.ts';
import type { AnyComponent, SelfTest } from '../component/component.ts';
import { isStream, OutputStream } from '../component/output-stream.ts';
import { configSchemaOf, type InterfaceDefinition } from '../component/interface.ts';
import {
  InvalidInputError,
  InvalidOutputError,
  ServiceUnavailableError,
} from '../errors/call-errors.ts';
import { fold } from '../middleware/fold.ts';
import type { Handler, Middleware } from '../middleware/middleware.ts';
import { isPromise } from '../middleware/settle.ts';
import type { SchemaCompiler, Validate } from '../schema/schema-compiler.ts';
import { InvalidConfigError } from './invalid-config-error.ts';
import type { LifecycleLimits, ServiceState, ServiceStatus } from './service-state.ts';
import { within } from './within.ts';

/** What a service is made of. */
export interface ServiceOptions {
  readonly id: string;
  readonly component: AnyComponent;
  readonly config: unknown;
  readonly middleware: readonly Middleware[];
  readonly schemas: SchemaCompiler;
  readonly limits: LifecycleLimits;
  /** Told after each change of the state. */
  readonly onState: () => void;
}

/** One hosted component with its folded chain; counts its calls itself, so that a stop loses none. */
export class Service {
  readonly id: string;
  readonly component: AnyComponent;
  readonly interface: InterfaceDefinition;
  #state: ServiceState = 'starting';
  #config: unknown;
  #ok = 0;
  #failed = 0;
  #busyMs = 0;
  #lastError = '';
  #inFlight = 0;
  /** Calls inside the component; one that nobody waits for any more is still in there. */
  #running = 0;
  #health: string | undefined = undefined;
  #drained: (() => void) | undefined = undefined;
  readonly #limits: LifecycleLimits;
  readonly #onState: () => void;
  readonly #handler: Handler;
  readonly #checkInput: Validate;
  readonly #checkOutput: Validate;
  readonly #checkConfig: Validate;

  constructor({ id, component, config, middleware, schemas, limits, onState }: ServiceOptions) {
    this.id = id;
    this.component = component;
    this.interface = component.metadata.interface as InterfaceDefinition;
    this.#config = config;
    this.#limits = limits;
    this.#onState = onState;
    this.#checkInput = schemas.compile(this.interface.input);
    this.#checkOutput = schemas.compile(this.interface.output);
    this.#checkConfig = schemas.compile(configSchemaOf(this.interface));
    const counting: Middleware = {
      name: 'counting',
      watch: () => ({
        enter: () => void (this.#inFlight += 1),
        leave: (call, code, _error, now) => this.#leave(code, now - call.startedAt),
      }),
    };
    this.#handler = fold([counting, ...middleware], this, (call) => this.#execute(call));
  }

  get state(): ServiceState {
    return this.#state;
  }

  get config(): unknown {
    return this.#config;
  }

  /** @throws InvalidConfigError, TimeoutError, or what the component throws */
  async start(): Promise<void> {
    this.#assertConfig(this.#config);
    const { component } = this;
    const giveUp = new AbortController();
    const host = { healthChanged: () => void this.checkHealth(), signal: giveUp.signal };
    try {
      await within(`initialize of "${this.id}"`, this.#limits.initializeMs, () =>
        component.initialize?.(this.#config, host),
      );
    } catch (error) {
      giveUp.abort();
      throw error;
    }
    this.#enter('ready');
  }

  /** Runs one call through the chain. @throws ServiceUnavailableError; other errors too, or by rejecting */
  run(call: Call): Promise<unknown> {
    if (this.#state !== 'ready') throw new ServiceUnavailableError(this.id, this.#state);
    call.config = this.#config;
    const result = this.#handler(call);
    return result instanceof Promise ? result : Promise.resolve(result);
  }

  /** Calls that have begun keep the old configuration. @throws when the component refuses; the old one stays */
  async reconfigure(config: unknown): Promise<void> {
    this.#assertConfig(config);
    await within(`handleConfigChange of "${this.id}"`, this.#limits.configMs, () =>
      this.component.handleConfigChange?.(config),
    );
    this.#config = config;
  }

  /** Asks the component how it is, and takes it out of traffic or back. */
  async checkHealth(): Promise<void> {
    if (this.component.health === undefined) return;
    if (this.#state !== 'ready' && this.#state !== 'unhealthy') return;
    const health = await within(`health of "${this.id}"`, this.#limits.healthMs, async () =>
      this.component.health?.(),
    ).catch((error: unknown) => ({ status: 'failed' as const, detail: String(error) }));
    // It may have been stopped while it was thinking.
    if (this.#state !== 'ready' && this.#state !== 'unhealthy') return;
    this.#health = health?.detail ?? health?.status;
    this.#enter(health?.status === 'failed' ? 'unhealthy' : 'ready');
  }

  async selfTest(): Promise<SelfTest> {
    return (
      (await within(`selfTest of "${this.id}"`, this.#limits.initializeMs, async () =>
        this.component.selfTest?.(),
      )) ?? { ok: true, checks: [] }
    );
  }

  /**
   * Takes no more calls, waits for those in flight, shuts the component down. Gives how many calls were still
   * running when patience ended: 0 is graceful.
   */
  async stop(): Promise<number> {
    if (this.#state === 'draining' || this.#state === 'stopped') return 0;
    this.#enter('draining');
    if (this.#inFlight + this.#running > 0) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#drained = resolve;
      await within(`calls of "${this.id}"`, this.#limits.drainMs, () => promise).catch(() => {});
    }
    const left = Math.max(this.#inFlight, this.#running);
    this.#enter('stopped');
    await within(`shutdown of "${this.id}"`, this.#limits.shutdownMs, () =>
      this.component.shutdown?.(),
    );
    return left;
  }

  status(): ServiceStatus {
    const { name, version } = this.interface;
    return {
      id: this.id,
      interface: { name, version },
      state: this.#state,
      inFlight: this.#inFlight,
      calls: this.#ok + this.#failed + this.#inFlight,
      ok: this.#ok,
      failed: this.#failed,
      busyMs: this.#busyMs,
      lastError: this.#lastError,
      health: this.#health,
    };
  }

  #enter(state: ServiceState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#onState();
  }

  #assertConfig(config: unknown): void {
    const issues = this.#checkConfig(config);
    if (issues !== undefined) throw new InvalidConfigError(this.id, issues);
  }

  #leave(code: string, tookMs: number): void {
    this.#busyMs += tookMs;
    if (code === 'ok') this.#ok += 1;
    else {
      this.#failed += 1;
      this.#lastError = code;
    }
    this.#inFlight -= 1;
    if (this.#inFlight + this.#running === 0) this.#drained?.();
  }

  #returned(): void {
    this.#running -= 1;
    if (this.#inFlight + this.#running === 0) this.#drained?.();
  }

  #execute(call: Call): unknown {
    const issues = this.#checkInput(call.data);
    if (issues !== undefined) throw new InvalidInputError(this.id, issues);
    this.#running += 1;
    let result: unknown;
    try {
      result = this.component.execute(call);
    } catch (error) {
      this.#returned();
      throw error;
    }
    if (!isPromise(result)) return this.#checked(result, call);
    return result.then(
      (value) => this.#checked(value, call),
      (error: unknown) => {
        this.#returned();
        throw error;
      },
    );
  }

  #checked(value: unknown, call: Call): unknown {
    if (this.interface.stream === true) return this.#streamed(value, call);
    this.#returned();
    const issues = this.#checkOutput(value);
    if (issues !== undefined) throw new InvalidOutputError(this.id, issues);
    return value;
  }

  /** The component runs until its stream has ended. */
  #streamed(value: unknown, { signal }: Call): unknown {
    if (!isStream(value)) {
      this.#returned();
      const issue = { pointer: '', code: 'stream', message: 'must be an async iterable' };
      throw new InvalidOutputError(this.id, [issue]);
    }
    const check = (item: unknown) => {
      const issues = this.#checkOutput(item);
      if (issues !== undefined) throw new InvalidOutputError(this.id, issues);
    };
    return new OutputStream({ items: value, signal, check, onEnd: () => this.#returned() });
  }
}
