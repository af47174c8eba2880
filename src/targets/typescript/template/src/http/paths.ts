import type { FastifyInstance } from 'fastify';

/** The path that a URL names, decoded as far as the router does it: `%2F` is no slash. As it is if it can't be decoded. */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

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

  /** The methods of a path as {@link pathOf} gives it, sorted; undefined if there is no such path. */
  methods(path: string): readonly string[] | undefined {
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
