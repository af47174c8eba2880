import type { FastifyRequest } from 'fastify';
import type { Database } from '../db/database.ts';
import { Problem } from '../http/problem.ts';

/** An object of which the contract says no more. */
export type AnyObject = Readonly<Record<string, unknown>>;

/** What a handler gets: the parts of a request that the contract describes, checked against it. */
export interface ApiRequest {
  readonly path: object;
  readonly query: object;
  readonly headers: object;
  readonly cookies: object;
  readonly body: unknown;
  /** Who sends it, as `src/handlers/authenticate.ts` says; undefined where nobody has to log in. */
  readonly caller: unknown;
  /** Where to keep things. */
  readonly database: Database;
  /** The request as it came. */
  readonly raw: FastifyRequest;
}

/** What a handler answers; it is checked against the contract before it is sent. */
export interface ApiAnswer {
  readonly status: number;
  /** Where the contract knows several: which media type the body is. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer of one status; its body may be missing only where the contract says nothing about it. */
export type Answer<Status extends number, Body = undefined> = ApiAnswer & {
  readonly status: Status;
} & (undefined extends Body ? { readonly body?: Body } : { readonly body: Body });

/** One operation of the contract, and the code that performs it. */
export interface ApiOperation {
  readonly method: string;
  /** As the contract writes it, such as `/pets/{petId}`. */
  readonly path: string;
  // A method, so that a handler may ask for its own kind of request.
  handle(request: ApiRequest): Promise<ApiAnswer>;
}

/** The code of one operation. It may throw a `Problem` at any time. */
export type Handler<Request, Answer> = (request: Request) => Promise<Answer>;

/** What a handler answers until it is written. @throws a problem 501 */
export function notWritten(): never {
  throw new Problem('not-implemented', 'This is described in the contract, and not written yet.');
}
