import type { Entity, Field } from '#blueprint';
import type { Language } from './words/language.ts';

/**
 * What the requirements say about data, after all recognisers of data have been heard and their
 * contradictions resolved. The recognisers of statements read it and never change it.
 */
export interface DataModel {
  readonly language: Language;
  readonly access: 'accounts' | 'public';
  readonly entities: readonly ModelledEntity[];
}

export interface ModelledEntity {
  /** Without rules and lifecycle. */
  readonly entity: Entity;
  /** Every way in which the requirements write it, singular and plural: `Order`, `orders`, `注文`. */
  readonly aliases: readonly string[];
  readonly fields: readonly ModelledField[];
}

export interface ModelledField {
  readonly field: Field;
  /** Every way in which the requirements write it: `dueDate`, `due date`, `締切`. */
  readonly aliases: readonly string[];
  /** "unique per customer": no two of one customer have the same. */
  readonly uniqueWithin?: string;
  /** "read-only", "immutable": it stays what it was when the record was made. */
  readonly isFixed?: true;
  /** "calculated", "set by the system": nothing here does so yet. */
  readonly isAutomatic?: true;
}
