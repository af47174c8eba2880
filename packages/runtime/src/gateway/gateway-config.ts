import type { AuthConfig } from './authenticate-by-config.ts';

/** What a gateway does, as data; `gateway.schema.json` says the same to editors. */
export interface GatewayConfig {
  readonly services: Readonly<Record<string, ServiceRoute>>;
  /** Ways to know a caller. */
  readonly auth?: AuthConfig;
  /** For all services; each may say otherwise. */
  readonly limits?: Partial<RouteLimits>;
  /** Believe `X-Forwarded-*` of whoever connects: only behind another proxy. */
  readonly trustForwarded?: boolean;
}

/** One service: where its requests come in, and which versions answer them. */
export interface ServiceRoute {
  /** Path prefixes of whole segments; the longest of all services wins. Default: `/` and the service's name. */
  readonly paths?: readonly string[];
  /** Methods that are let through; default: all (a component: POST). */
  readonly methods?: readonly string[];
  /** Takes the prefix off before forwarding. */
  readonly stripPath?: boolean;
  /** Version → where it is. Requests are shared out by weight. */
  readonly versions: Readonly<Record<string, VersionTarget>>;
  /** A request header by which a caller may choose the version; default: none may. */
  readonly versionHeader?: string;
  /** Copies requests to another version and throws its answers away. */
  readonly mirror?: MirrorRoute;
  readonly auth?: RouteAuth;
  readonly limits?: Partial<RouteLimits>;
  /** Attempts of an idempotent request, the first counts; default 2. */
  readonly attempts?: number;
}

/** Where a version is: one URL or several that share the load, or a component of the registry (or of its bus). */
export interface VersionTarget {
  readonly url?: string | readonly string[];
  readonly component?: string;
  /** Share of the requests, relative to the other versions; default 1. */
  readonly weight?: number;
  /** Prefixes that lead to this version only, such as `/v2/orders`. */
  readonly paths?: readonly string[];
  /** It works on its own copy of the store: only then may requests that change something be mirrored to it. */
  readonly isolated?: boolean;
}

/** What is copied where. */
export interface MirrorRoute {
  readonly version: string;
  /** 0 to 1, default 1. */
  readonly share?: number;
}

/** Who may use a service. */
export interface RouteAuth {
  /** `required`: known callers only; `optional`: a wrong credential is refused, none is fine. Default `none`. */
  readonly mode: 'none' | 'optional' | 'required';
  /** Roles of which a caller needs one. */
  readonly roles?: readonly string[];
}

/** Limits of one service. */
export interface RouteLimits {
  /** Of a request body. */
  readonly bodyBytes: number;
  /** Until the answer begins. */
  readonly timeoutMs: number;
  /** Between two parts of an answer; 0: no limit, for streams that may be silent. */
  readonly idleMs: number;
  /** Requests at a time; more are refused. */
  readonly concurrency: number;
}

export const defaultRouteLimits: RouteLimits = {
  bodyBytes: 10_000_000,
  timeoutMs: 30_000,
  idleMs: 300_000,
  concurrency: 1000,
};
