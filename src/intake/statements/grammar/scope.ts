import type { Lifecycle } from '#blueprint';
import type { ReferenceField } from '#blueprint';
import { isReference } from '#blueprint';
import type { ModelledEntity, ModelledField } from '../../data-model.ts';
import { remembered } from '../../remembered.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';

/** Of which entity a sentence speaks, and what is known around it. */
export interface Scope {
  readonly entity: ModelledEntity;
  readonly vocabulary: Vocabulary;
  /** By entity id. */
  readonly lifecycles: ReadonlyMap<string, Lifecycle>;
  /** The sentence stands where rules are listed, so that a claim needs no `must`. */
  readonly amongRules: boolean;
}

/** The one reference of `from` that points to one record of `to`; undefined if there is none or a choice. */
export function referenceTo(from: ModelledEntity, to: ModelledEntity): ReferenceField | undefined {
  const found = referencesToOne(from.fields).get(to.entity.id);
  return found?.length === 1 ? found[0] : undefined;
}

const referencesToOne = remembered((fields: readonly ModelledField[]) =>
  Map.groupBy(
    fields
      .map(({ field }) => field)
      .filter(isReference)
      .filter(({ type }) => type.cardinality === 'one'),
    ({ type }) => type.entity,
  ),
);

/** The field that holds the state: that of the lifecycle, else the one enumeration called status, state or stage. */
export function stateField({
  entity,
  lifecycles,
}: Pick<Scope, 'entity' | 'lifecycles'>): ModelledField | undefined {
  const known = lifecycles.get(entity.entity.id)?.field;
  if (known !== undefined) return entity.fields.find(({ field }) => field.name === known);
  const enums = entity.fields.filter(({ field }) => field.type.kind === 'enum');
  const named = enums.filter(({ field }) => STATE_NAME.test(field.name));
  return named.length === 1 ? named[0] : undefined;
}

const STATE_NAME =
  /(?:^|-)(?:status|state|stage|phase|estado|situacao|zustand|statut|etat|stato|zhuang-tai|sangtae)$/;
