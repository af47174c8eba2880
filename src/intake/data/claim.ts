import type { EnumValue } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { Facts } from '../declaration/facts.ts';

/** What a recogniser of data read at one place. Resolution weighs claims; none is believed for itself. */
export type Claim = EntityClaim | FieldClaim | RelationClaim | KeyClaim | EnumClaim | DenialClaim;

/**
 * How much a shape says that something is a kind of record:
 * `schema` a declaration with types; `listed` in a list or table of entities; `described` prose that
 * gives it fields; `told` sentences that say what is written down of it; `kept` the object of several verbs such as "create, edit and delete"; `managed` that of one;
 * `mentioned` a relation or a path.
 */
export type Evidence =
  | 'schema'
  | 'listed'
  | 'described'
  | 'told'
  | 'kept'
  | 'managed'
  | 'mentioned';

interface ClaimShape {
  readonly source: SourceSpan;
  /** Index of the section in which it was read. */
  readonly section: number;
}

export interface EntityClaim extends ClaimShape {
  readonly kind: 'entity';
  /** As written, singular or plural. */
  readonly name: string;
  /** Other names given at the same place: `User (사용자)`. */
  readonly also?: readonly string[];
  readonly evidence: Evidence;
  /** A list of functions says that it is made. */
  readonly isMade?: true;
  readonly description?: string;
}

export interface FieldClaim extends ClaimShape {
  readonly kind: 'field';
  /** The entity, as written. */
  readonly entity: string;
  readonly name: string;
  readonly also?: readonly string[];
  readonly facts: Facts;
  /** A declaration, not just a noun in prose. */
  readonly declared: boolean;
  readonly evidence: Evidence;
}

/** `from` holds the key: each `from` belongs to one `to` (`one`), or to many (`many`). */
export interface RelationClaim extends ClaimShape {
  readonly kind: 'relation';
  readonly from: string;
  readonly to: string;
  readonly cardinality: 'one' | 'many';
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Only a preposition says so ("sales to customers"). */
  readonly assumed?: boolean;
  /** The name of the reference, where one is given. */
  readonly role?: string;
}

/** A combination of fields that is unique. */
export interface KeyClaim extends ClaimShape {
  readonly kind: 'key';
  readonly entity: string;
  readonly fields: readonly string[];
}

/** A named enumeration that fields may have as their type. */
export interface EnumClaim extends ClaimShape {
  readonly kind: 'enumeration';
  readonly name: string;
  readonly values: readonly EnumValue[];
}

/** The requirements say that this is not kept, or is no entity. */
export interface DenialClaim extends ClaimShape {
  readonly kind: 'denial';
  readonly name: string;
}
