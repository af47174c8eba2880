import type { TraceContext } from './trace-context.ts';

/** Who calls, as the auth middleware found out. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly string[];
}

/** One call, as a component sees it. */
export interface Context<Input = unknown, Config = unknown> {
  readonly serviceId: string;
  /** The same for all calls that follow from one request. */
  readonly requestId: string;
  readonly data: Input;
  readonly config: Config;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly principal: Principal | undefined;
  /** 1, and one more for each retry. */
  readonly attempt: number;
  readonly trace: TraceContext | undefined;
  /** When nobody waits any more, on the clock of `performance.now()`; Infinity without a limit. */
  readonly deadline: number;
  /** Aborts at the deadline, or when the caller gives up. */
  readonly signal: AbortSignal;
  /** Calls another service for the same request: deadline, trace and principal go along. */
  call(serviceId: string, data: unknown): Promise<unknown>;
}
