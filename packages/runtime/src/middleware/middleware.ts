import type { Call } from '../component/call.ts';
import type { InterfaceDefinition } from '../component/interface.ts';

/** Handles a call: gives the output, or a promise of it; throws or rejects with an error. */
export type Handler = (call: Call) => unknown;

/** The service that a chain is folded for. */
export interface ServiceInfo {
  readonly id: string;
  readonly interface: InterfaceDefinition;
}

/** Something that watches calls go in and come out, and changes neither input nor answer. */
export interface Watcher {
  /** What it throws refuses the call; `leave` is not called then. */
  enter?(call: Call): void;
  /**
   * Called once for each call that entered. `code` is `ok`, or the code of the error; `now` is the time on
   * `performance.now()`.
   */
  leave?(call: Call, code: string, error: unknown, now: number): void;
}

/**
 * Something around every call of a service; ours and yours have the same interface. Both methods run once per
 * service, when its chain is folded: what can be looked up then costs nothing per call.
 *
 * `wrap` can do anything: answer itself, call twice, change the error. `watch` only looks on, and is the
 * cheaper for it: neighbours that watch share one promise. A middleware has one of the two.
 *
 *     const audit: Middleware = {
 *       name: 'audit',
 *       watch: (service) => ({
 *         leave: (call, code) => write(service.id, call.principal?.id, code),
 *       }),
 *     };
 */
export type Middleware = {
  readonly name: string;
} & (
  | { readonly wrap: (next: Handler, service: ServiceInfo) => Handler }
  | { readonly watch: (service: ServiceInfo) => Watcher }
);
