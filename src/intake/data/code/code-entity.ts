import type { EnumValue } from '#blueprint';
import type { Facts } from '../../declaration/facts.ts';
import type { DrawnRelation } from './er-relations.ts';

/** A record declared in a fenced block; offsets are into the block's text. */
export interface CodeEntity {
  /** Undefined for `{ … }` without a name: the heading names it. */
  readonly name: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly fields: readonly CodeField[];
  readonly keys: readonly (readonly string[])[];
  /** It was created as a table, which no part of a program or message is. */
  readonly table?: boolean;
}

export interface CodeField {
  readonly name: string;
  readonly facts: Facts;
  readonly start: number;
  readonly end: number;
}

/** A named enumeration. */
export interface CodeEnum {
  readonly name: string;
  readonly values: readonly EnumValue[];
  /** The stored values by the names that code has for them. */
  readonly members?: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

export interface CodeReading {
  readonly entities: readonly CodeEntity[];
  readonly enums: readonly CodeEnum[];
  readonly relations?: readonly DrawnRelation[];
}
