/** One difference between two contracts. */
export interface ContractChange {
  /** JSON pointer to what changed: in the new document, or in the old one for what was removed. */
  readonly path: string;
  /** As in `POST /api/orders`; absent for what several operations share. */
  readonly operation?: string;
  /** What happened, such as `operation-removed` or `max-length`. */
  readonly kind: string;
  /** `breaking`: callers written for the old contract can fail against a service that keeps the new one. */
  readonly verdict: 'breaking' | 'compatible';
  /**
   * `clients`: callers written for the old contract. `servers`: implementations of the old contract, which do not
   * keep the new one (so they have to be updated before anybody relies on it). `none`: nobody.
   */
  readonly breaks: 'clients' | 'servers' | 'both' | 'none';
  /** One sentence for people: what changed, and what that means to those who send requests or read answers. */
  readonly why: string;
}

/** The verdict on two contracts: breaking if any change is. */
export interface ContractComparison {
  readonly verdict: 'breaking' | 'compatible' | 'identical';
  readonly changes: readonly ContractChange[];
}

/** What a change does to the set of values or requests that are allowed. */
export type Effect = 'tightened' | 'loosened' | 'changed';

/** Which way the values go. */
export type Direction = 'request' | 'response';
