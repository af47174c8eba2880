import type { FastifyInstance } from 'fastify';

/** Knows which methods a path has: for 405, and for preflights. */
export class Paths {
  readonly #routes = new Map<string, Set<string>>();

  /** Collects the routes that are added to `app` from now on. */
  constructor(app: FastifyInstance) {
    app.addHook('onRoute', ({ url, method }) => {
      const methods = this.#routes.get(url) ?? new Set();
      for (const name of [method].flat()) methods.add(name);
      this.#routes.set(url, methods);
    });
  }

  /** The methods of the path that a URL names, sorted; undefined if there is no such path. */
  methods(url: string): readonly string[] | undefined {
    const path = url.split('?', 1)[0] ?? '';
    const segments = path.split('/');
    for (const [route, methods] of this.#routes) {
      const parts = route.split('/');
      if (parts.length !== segments.length) continue;
      if (
        parts.every((part, at) => part === segments[at] || (part === ':id' && segments[at] !== ''))
      ) {
        return [...methods, 'OPTIONS'].toSorted();
      }
    }
    return undefined;
  }
}
