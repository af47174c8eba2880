import type { Bound, EnumValue, FieldType } from '#blueprint';

/** A field type before entities are known: a reference names its entity in the user's words. */
export type DraftType =
  | Exclude<FieldType, { kind: 'reference' } | { kind: 'list' }>
  | {
      readonly kind: 'list';
      readonly items: Exclude<FieldType, { kind: 'reference' } | { kind: 'list' }>;
    }
  | DraftReference
  | { readonly kind: 'secret' };

export interface DraftReference {
  readonly kind: 'reference';
  /** Undefined: it is a key to something that only the field's name tells. */
  readonly to: string | undefined;
  readonly cardinality: 'one' | 'many';
}

/** What a declaration says about a field; what it does not say is absent. */
export interface Facts {
  type?: DraftType;
  /** The type as written. */
  typeWords?: string;
  /** A word where a type was expected, which is none that we know. */
  unknownType?: string;
  required?: boolean;
  unique?: boolean;
  /** Among the records of one of these only: "unique per customer". */
  uniqueWithin?: string;
  /** The primary key. */
  key?: boolean;
  /** Set by the service. */
  automatic?: boolean;
  readOnly?: boolean;
  secret?: boolean;
  default?: string;
  min?: Bound;
  max?: Bound;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  values?: readonly EnumValue[];
  onDelete?: 'restrict' | 'cascade' | 'clear';
  description?: string;
  /** The phrase that the name was taken from, as written: "weight in kg". */
  label?: string;
  /** The name it had in the version before, as written. */
  formerly?: string;
}

/** The second wins where both say something, but a type never loses to less precise words. */
export function mergeFacts(first: Facts, second: Facts): Facts {
  const merged = { ...first, ...second };
  if (first.type !== undefined && second.type !== undefined && isVague(second.type))
    merged.type = first.type;
  return merged;
}

function isVague(type: DraftType): boolean {
  return type.kind === 'string' || type.kind === 'number';
}
