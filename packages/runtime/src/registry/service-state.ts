/** Where a hosted component is in its life. Only a `ready` one takes calls. */
export type ServiceState = 'starting' | 'ready' | 'unhealthy' | 'draining' | 'stopped';

/** What people and tools may know of a service. */
export interface ServiceStatus {
  readonly id: string;
  readonly interface: { readonly name: string; readonly version: string };
  readonly state: ServiceState;
  readonly inFlight: number;
  /** Calls since it was registered; calls = ok + failed + inFlight. */
  readonly calls: number;
  readonly ok: number;
  readonly failed: number;
  /** The time that all ended calls took together. */
  readonly busyMs: number;
  /** Code of the last error; empty without one. */
  readonly lastError: string;
  readonly health: string | undefined;
}

/** Longest times that a component may take, in milliseconds. */
export interface LifecycleLimits {
  readonly initializeMs: number;
  readonly shutdownMs: number;
  readonly configMs: number;
  readonly healthMs: number;
  /** How long a stop waits for calls in flight. */
  readonly drainMs: number;
}

export const defaultLimits: LifecycleLimits = {
  initializeMs: 30_000,
  shutdownMs: 10_000,
  configMs: 10_000,
  healthMs: 2_000,
  drainMs: 30_000,
};
