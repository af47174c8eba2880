import type { ApiOperation } from './api.ts';

/** What a service must do with a request. */
export type Expectation =
  /** A 2xx, or a documented refusal for a reason that no schema can state (a rule, a duplicate …). */
  | { readonly kind: 'accepted' }
  /** One of these statuses, and the part to blame named where the answer is 422 or 400 for a parameter. */
  | { readonly kind: 'refused'; readonly statuses: readonly number[]; readonly blame?: Blame }
  /** Any documented answer. */
  | { readonly kind: 'answered' };

/** The part of a request that is wrong. */
export type Blame = { readonly pointer: string } | { readonly parameter: string };

/** The body of a case: a change to an acceptable body, or bytes. */
export type CaseBody =
  /** An acceptable body with one property set. */
  | { readonly kind: 'set'; readonly property: string; readonly value: unknown }
  /** An acceptable body without one property. */
  | { readonly kind: 'without'; readonly property: string }
  /** An acceptable body as it is. */
  | { readonly kind: 'acceptable' }
  /** Another JSON value. */
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bytes'; readonly bytes: Buffer };

/** One request to make, and what must come of it. */
export interface FuzzCase {
  readonly operation: ApiOperation;
  /** Where it differs from a plain request: `body /title`, `query limit`, `path id`, `header If-Match`, `method`. */
  readonly location: string;
  readonly what: string;
  readonly expect: Expectation;
  /** The clause of the service profile at stake. */
  readonly clause: string;
  readonly body?: CaseBody;
  /** Raw, percent-encoded: `limit=0&limit=1`. */
  readonly query?: string;
  /** Raw values of path parameters that differ from those of an existing record. */
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  /** Sent without credentials. */
  readonly anonymous?: boolean;
}
