import { type AnswerListener, UpstreamCall } from './upstream-call.ts';
import { requestHead, type UpstreamRequest } from './request-head.ts';
import type { ConnectionLimits } from './upstream-connection.ts';
import { UpstreamPool } from './upstream-pool.ts';

/** How a gateway talks to its upstreams. */
export interface UpstreamsOptions extends Partial<ConnectionLimits> {
  /** Most connections to one origin. */
  readonly connections?: number;
}

/**
 * A client of HTTP/1.1 for a gateway: connections by origin, kept over changes of the routes. It does what forwarding
 * needs and nothing else, which takes a quarter of the processor time of a general client.
 */
export class Upstreams {
  readonly #pools = new Map<string, UpstreamPool>();
  readonly #leaving = new Set<UpstreamPool>();
  readonly #connections: number;
  readonly #limits: ConnectionLimits;
  #timer: NodeJS.Timeout | undefined = undefined;

  constructor({ connections = 256, ...limits }: UpstreamsOptions = {}) {
    this.#connections = connections;
    this.#limits = { tickMs: 20, connectMs: 5000, idleMs: 4000, ...limits };
  }

  /** Sends a request to the origin of a URL. @throws TypeError when it holds what would end a line */
  send(url: URL, request: UpstreamRequest, listener: AnswerListener): UpstreamCall {
    const { text, chunked } = requestHead(request, url.host);
    const call = new UpstreamCall(request, text, chunked, listener);
    const { origin } = url;
    let pool = this.#pools.get(origin);
    if (pool === undefined) {
      pool = new UpstreamPool(url, this.#connections, this.#limits);
      this.#pools.set(origin, pool);
    }
    pool.send(call);
    // One timer for the limits of all: one each would cost more than they do.
    this.#timer ??= setInterval(() => this.#tick(), this.#limits.tickMs).unref();
    return call;
  }

  /** Closes connections to origins that are in use no more; requests under way are answered first. */
  keep(origins: ReadonlySet<string>): void {
    for (const [origin, pool] of this.#pools) {
      if (origins.has(origin)) continue;
      this.#pools.delete(origin);
      this.#leaving.add(pool);
      pool.close();
    }
  }

  /** Ends all connections, whatever is under way. */
  destroy(): void {
    for (const pool of [...this.#pools.values(), ...this.#leaving]) pool.destroy();
    this.#pools.clear();
    this.#leaving.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick(): void {
    let open = false;
    for (const pool of this.#pools.values()) {
      pool.tick();
      open ||= !pool.isEmpty;
    }
    for (const pool of this.#leaving) {
      pool.tick();
      if (pool.isEmpty) this.#leaving.delete(pool);
    }
    if (open || this.#leaving.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
