import { setTimeout as delay } from 'node:timers/promises';
import type { Health } from '../component/component.ts';
import type { Child } from './child.ts';
import { probe } from './probe.ts';
import { type RestartOptions, Restarts } from './restarts.ts';

/** What a supervisor looks after. */
export interface SupervisorOptions {
  readonly start: () => Promise<Child>;
  /** Answers 200 while the process can take calls. */
  readonly healthUrl: string;
  /** Time limits, in milliseconds: to get ready, to stop when asked, and without any answer until it is killed. */
  readonly startMs: number;
  readonly stopMs: number;
  readonly hangMs: number;
  readonly healthEveryMs: number;
  readonly restarts: RestartOptions;
  /** Told after each change of `health`. */
  readonly onChange: () => void;
}

const PROBE_MS = 2000;

/**
 * Keeps one process running: starts it again when it ends, or when it hangs, after a wait that grows with
 * each time, until it has ended too often.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #restarts: Restarts;
  readonly #stopping = new AbortController();
  #child: Child | undefined = undefined;
  #health: Health = { status: 'failed', detail: 'not started' };
  #loop: Promise<void> = Promise.resolve();

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#restarts = new Restarts(options.restarts);
  }

  get health(): Health {
    return this.#health;
  }

  get pid(): number | undefined {
    return this.#child?.alive() === true ? this.#child.pid : undefined;
  }

  /** Resolves once it is ready. @throws Error, when it can't be started, ends, or is not ready in time */
  async start(signal?: AbortSignal): Promise<void> {
    signal?.addEventListener('abort', () => this.#stopping.abort(), { once: true });
    const child = await this.#launch();
    this.#loop = this.#keep(child);
  }

  /** Asks the process to stop, and waits until it has; it is not started again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#child?.stop(this.#options.stopMs);
    await this.#loop;
  }

  async #keep(first: Child): Promise<void> {
    for (let child: Child | undefined = first; child !== undefined;) {
      const since = performance.now();
      this.#set({ status: 'ok' });
      void this.#watch(child);
      const how = await child.ended;
      child = await this.#again(`ended with ${how}`, performance.now() - since);
    }
  }

  /** Another process in the place of one that ended; undefined when there shall be none. */
  async #again(why: string, upMs: number): Promise<Child | undefined> {
    let reason = why;
    for (let up = upMs; !this.#stopping.signal.aborted; up = 0) {
      const wait = this.#restarts.next(up);
      if (wait === undefined) {
        this.#set({
          status: 'failed',
          detail: `${reason}; given up after ${this.#restarts.inRow} restarts`,
        });
        return undefined;
      }
      const detail = `${reason}; restart ${this.#restarts.inRow} in ${Math.round(wait)} ms`;
      this.#set({ status: 'failed', detail });
      await this.#pause(wait);
      if (this.#stopping.signal.aborted) break;
      try {
        return await this.#launch();
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    this.#set({ status: 'failed', detail: 'stopped' });
    return undefined;
  }

  /** Starts one and waits until it is ready; otherwise leaves nothing behind. */
  async #launch(): Promise<Child> {
    const { start, healthUrl, startMs, stopMs } = this.#options;
    const child = await start();
    this.#child = child;
    let ended: string | undefined;
    void child.ended.then((how) => (ended = how));
    const deadline = performance.now() + startMs;
    for (let pause = 10; ; pause = Math.min(250, pause * 1.5)) {
      if (this.#stopping.signal.aborted) {
        await child.stop(stopMs);
        throw new Error('was stopped while it started');
      }
      if (!child.alive()) {
        await child.ended;
        throw new Error(`ended with ${ended} before it was ready`);
      }
      if ((await probe(healthUrl, PROBE_MS)) === 'ready') return child;
      if (performance.now() > deadline) {
        child.kill();
        await child.ended;
        throw new Error(`was not ready at ${healthUrl} within ${startMs / 1000} s`);
      }
      await this.#pause(pause);
    }
  }

  /** Follows the health of a process while it runs, and kills it when it says nothing for long. */
  async #watch(child: Child): Promise<void> {
    const { healthUrl, healthEveryMs, hangMs } = this.#options;
    let answered = performance.now();
    while (child.alive() && !this.#stopping.signal.aborted) {
      await this.#pause(healthEveryMs);
      const found = await probe(healthUrl, Math.min(PROBE_MS, hangMs));
      if (!child.alive() || this.#stopping.signal.aborted) return;
      if (found !== 'silent') answered = performance.now();
      this.#set(found === 'ready' ? { status: 'ok' } : { status: 'failed', detail: found });
      if (performance.now() - answered > hangMs) child.kill();
    }
  }

  async #pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#stopping.signal }).catch(() => {});
  }

  #set(health: Health): void {
    const { status, detail } = this.#health;
    if (status === health.status && detail === health.detail) return;
    this.#health = health;
    this.#options.onChange();
  }
}
