import { Pool } from 'undici';

/** Connections to upstreams, by origin; kept over changes of the routes. */
export class UpstreamPools {
  readonly #pools = new Map<string, Pool>();
  readonly #connections: number;

  /** @param connections most to one origin; more requests wait for one */
  constructor(connections = 256) {
    this.#connections = connections;
  }

  get({ origin }: URL): Pool {
    let pool = this.#pools.get(origin);
    if (pool === undefined) {
      pool = new Pool(origin, {
        connections: this.#connections,
        pipelining: 1,
        connectTimeout: 5000,
        // Shorter than any sensible server keeps an idle connection: a request must not meet its end.
        keepAliveTimeout: 4000,
        keepAliveMaxTimeout: 60_000,
      });
      this.#pools.set(origin, pool);
    }
    return pool;
  }

  /** Closes connections to origins that are in use no more; requests under way are answered first. */
  async keep(origins: ReadonlySet<string>): Promise<void> {
    const gone = [...this.#pools].filter(([origin]) => !origins.has(origin));
    for (const [origin] of gone) this.#pools.delete(origin);
    await Promise.all(gone.map(([, pool]) => pool.close()));
  }

  /** Ends all connections, whatever is under way. */
  async destroy(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.destroy()));
    this.#pools.clear();
  }
}
