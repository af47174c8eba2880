import { RetryBudget } from '../middleware/retry-budget.ts';
import {
  defaultRouteLimits,
  type GatewayConfig,
  type RouteAuth,
  type RouteLimits,
  type ServiceRoute,
} from './gateway-config.ts';
import { Version } from './version.ts';

/** A service as the gateway serves it now. Immutable but for its counters: a change makes another. */
export interface Route {
  readonly service: string;
  readonly definition: ServiceRoute;
  readonly versions: ReadonlyMap<string, Version>;
  /** Those with a weight. */
  readonly shares: readonly Version[];
  readonly totalWeight: number;
  readonly methods: ReadonlySet<string> | undefined;
  readonly auth: RouteAuth;
  readonly limits: RouteLimits;
  readonly attempts: number;
  readonly versionHeader: string | undefined;
  /** Kept over changes: so are what is under way and what may be retried. */
  readonly state: RouteState;
}

export interface RouteState {
  inFlight: number;
  readonly budget: RetryBudget;
}

/** Where a path leads. */
export interface Match {
  readonly route: Route;
  /** The prefix that led here. */
  readonly prefix: string;
  /** Set when the path belongs to one version. */
  readonly version: Version | undefined;
}

/** All routes, found by the longest prefix of whole segments. */
export class RouteTable {
  readonly routes: ReadonlyMap<string, Route>;
  readonly #prefixes = new Map<string, Match>();
  readonly #deepest: number;

  /** @param old keeps versions and counters of what has not changed */
  constructor(config: GatewayConfig, old?: RouteTable) {
    const routes = new Map<string, Route>();
    for (const [service, definition] of Object.entries(config.services)) {
      const route = makeRoute(service, definition, config, old?.routes.get(service));
      routes.set(service, route);
      for (const prefix of definition.paths ?? [`/${service}`]) {
        this.#add({ route, prefix, version: undefined });
      }
      for (const [name, target] of Object.entries(definition.versions)) {
        for (const prefix of target.paths ?? []) {
          this.#add({ route, prefix, version: route.versions.get(name) });
        }
      }
    }
    this.routes = routes;
    this.#deepest = Math.max(0, ...[...this.#prefixes.keys()].map((prefix) => prefix.length));
  }

  /** @param path decoded, with `/` in front, without query */
  find(path: string): Match | undefined {
    let end = path.length;
    while (end > this.#deepest) end = path.lastIndexOf('/', end - 1);
    for (; end > 0; end = path.lastIndexOf('/', end - 1)) {
      const match = this.#prefixes.get(path.slice(0, end));
      if (match !== undefined) return match;
    }
    return this.#prefixes.get('');
  }

  #add(match: Match): void {
    // "/" is the prefix of everything; "/orders/" is the same as "/orders".
    this.#prefixes.set(match.prefix.replace(/\/+$/, ''), match);
  }
}

function makeRoute(
  service: string,
  definition: ServiceRoute,
  config: GatewayConfig,
  old: Route | undefined,
): Route {
  const versions = new Map(
    Object.entries(definition.versions).map(([name, target]) => [
      name,
      new Version(service, name, target, old?.versions.get(name)?.traffic),
    ]),
  );
  const shares = [...versions.values()].filter(({ weight }) => weight > 0);
  return {
    service,
    definition,
    versions,
    shares,
    totalWeight: shares.reduce((sum, { weight }) => sum + weight, 0),
    methods: definition.methods && new Set(definition.methods),
    auth: definition.auth ?? { mode: 'none' },
    limits: { ...defaultRouteLimits, ...config.limits, ...definition.limits },
    attempts: definition.attempts ?? 2,
    versionHeader: definition.versionHeader?.toLowerCase(),
    state: old?.state ?? { inFlight: 0, budget: new RetryBudget(0.1, 100, 10) },
  };
}
