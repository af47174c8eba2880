import type { Component, ComponentHost, ContextOf, Health } from '../component/component.ts';
import { startChild } from '../process/child.ts';
import { freePort } from '../process/free-port.ts';
import { ProcessLog } from '../process/process-log.ts';
import type { RestartOptions } from '../process/restarts.ts';
import { Supervisor } from '../process/supervisor.ts';
import type { Watchdog } from '../process/watchdog.ts';
import { callHttp } from './call-http.ts';
import { httpInterface } from './http-interface.ts';

/** A process that answers HTTP at the port that `PORT` gives it, whatever it is written in. */
export interface ProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  /** All of its environment but `HOST` and `PORT`. */
  readonly env: Readonly<Record<string, string>>;
  /** 0 picks a free one, the same for all restarts. */
  readonly port: number;
  /** The path that answers 200 while it takes calls. */
  readonly health: string;
  readonly restarts?: RestartOptions;
  /** Time limits in milliseconds, see `SupervisorOptions`. */
  readonly startMs?: number;
  readonly stopMs?: number;
  readonly hangMs?: number;
  readonly healthEveryMs?: number;
}

/** A supervised child process as a component. */
export class ProcessComponent implements Component<typeof httpInterface> {
  readonly metadata = { interface: httpInterface };
  readonly #options: ProcessOptions;
  readonly #watchdog: Watchdog;
  readonly #log: ProcessLog;
  #url = '';
  #supervisor: Supervisor | undefined = undefined;

  constructor(options: ProcessOptions, watchdog: Watchdog, onLine: (line: string) => void) {
    this.#options = options;
    this.#watchdog = watchdog;
    this.#log = new ProcessLog(onLine);
  }

  /** Where it answers, once it has been started. */
  get url(): string {
    return this.#url;
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#supervisor?.pid;
  }

  /** @throws Error with the last that the process said, when it does not get ready */
  async initialize(_config: unknown, host: ComponentHost): Promise<void> {
    const { port, health, env, restarts = {} } = this.#options;
    const {
      startMs = 25_000,
      stopMs = 9_000,
      hangMs = 30_000,
      healthEveryMs = 1000,
    } = this.#options;
    const taken = port === 0 ? await freePort() : port;
    this.#url = `http://127.0.0.1:${taken}`;
    const options = { ...this.#options, env: { HOST: '127.0.0.1', ...env, PORT: String(taken) } };
    this.#supervisor = new Supervisor({
      start: () => startChild(options, this.#watchdog, this.#log),
      healthUrl: this.#url + health,
      startMs,
      stopMs,
      hangMs,
      healthEveryMs,
      restarts,
      onChange: host.healthChanged,
    });
    try {
      await this.#supervisor.start(host.signal);
    } catch (error) {
      const said = this.#log.tail().trimEnd().split('\n').slice(-5).join('\n');
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(said === '' ? reason : `${reason}, and said: ${said}`, { cause: error });
    }
  }

  execute(context: ContextOf<typeof httpInterface>) {
    return callHttp(this.#url, context);
  }

  health(): Health {
    return this.#supervisor?.health ?? { status: 'failed', detail: 'not started' };
  }

  /** The last that the process has said, on both its streams. */
  log(): string {
    return this.#log.tail();
  }

  async shutdown(): Promise<void> {
    await this.#supervisor?.stop();
  }
}
