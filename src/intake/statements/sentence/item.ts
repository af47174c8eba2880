import type { Cue } from '../lexicon/cue.ts';
import { remembered } from '../../remembered.ts';
import type { ModelledEntity, ModelledField } from '../../data-model.ts';

/** A phrase of a sentence and everything it can mean; what it does mean depends on its neighbours. */
export interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly cues: readonly Cue[];
  readonly entities: readonly ModelledEntity[];
  readonly fields: readonly FieldReading[];
  readonly values: readonly ValueReading[];
  readonly roles: readonly string[];
  /** Values that the last word names, where the phrase as a whole has a meaning of its own: "is rejected". */
  readonly spare?: readonly ValueReading[];
  /** A verb of {@link verbOf}, such as `approve` for `approval`. */
  readonly verb?: string;
  /** Exact decimal text. */
  readonly number?: string;
  /** The number is an amount of something, such as money: it counts no records. */
  readonly measured?: true;
  readonly range?: readonly [from: string, to: string];
  /** ISO 8601. */
  readonly duration?: string;
  readonly date?: string;
}

/** The phrase names a field. */
export interface FieldReading {
  readonly entity: ModelledEntity;
  readonly field: ModelledField;
}

/** The phrase names a value of an enumeration. */
export interface ValueReading extends FieldReading {
  readonly value: string;
}

/** Whether the phrase can do `cue` in its sentence. */
export function does(item: Item | undefined, ...cues: readonly Cue[]): boolean {
  return item !== undefined && item.cues.length > 0 && cues.some((cue) => item.cues.includes(cue));
}

/** The fields of one entity that a phrase can name. A word like `name` is a field of every entity there is. */
export function fieldsOf(item: Item, entity: ModelledEntity): readonly FieldReading[] {
  return item.fields.length === 0 ? NONE : (fieldsByEntity(item.fields).get(entity) ?? NONE);
}

/** The values of one entity's enumerations that a phrase can name. */
export function valuesOf(item: Item, entity: ModelledEntity): readonly ValueReading[] {
  return item.values.length === 0 ? NONE : (valuesByEntity(item.values).get(entity) ?? NONE);
}

const NONE: readonly never[] = [];

const fieldsByEntity = remembered(byEntity<FieldReading>);
const valuesByEntity = remembered(byEntity<ValueReading>);

function byEntity<R extends FieldReading>(
  readings: readonly R[],
): ReadonlyMap<ModelledEntity, readonly R[]> {
  return Map.groupBy(readings, (reading) => reading.entity);
}
