import type { ModelledEntity } from '../../data-model.ts';
import { stateField } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';
import { verbOf } from '../lexicon/verbs.ts';
import type { Item } from '../sentence/item.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { tokens } from '../text/tokens.ts';

/** A state that a phrase names. */
export interface NamedState {
  readonly entity: ModelledEntity;
  readonly field: string;
  readonly state: string;
}

/**
 * The states that a phrase names, or leads to by its verb. "Is rejected" is a phrase with a meaning of its own, but a
 * state as well where there is one of that name.
 */
export function statesNamed(
  item: Item,
  vocabulary: Vocabulary,
  lifecycles: Scope['lifecycles'],
): readonly NamedState[] {
  const verbs = item.cues.includes('refuse')
    ? tokens(item.text).map(({ word }) => verbOf(word) ?? '')
    : [];
  const values = [
    ...item.values,
    ...verbs.flatMap((verb) => vocabulary.valuesByVerb.get(verb) ?? []),
  ];
  const named = values.flatMap(({ entity, field, value }) => {
    const states = stateField({ entity, lifecycles })?.field;
    return states !== undefined && states === field.field
      ? [{ entity, field: states.name, state: value }]
      : [];
  });
  return named.length > 0 ? named : reachedBy(item, vocabulary, lifecycles);
}

/** A drawn lifecycle has states that no field of the data names: what is done is the name of a transition. */
function reachedBy(
  { verb }: Item,
  { model }: Vocabulary,
  lifecycles: Scope['lifecycles'],
): readonly NamedState[] {
  if (verb === undefined) return [];
  return model.entities.flatMap((entity) => {
    const { field = '', transitions = [] } = lifecycles.get(entity.entity.id) ?? {};
    return transitions
      .filter(({ name }) => name === verb)
      .map(({ to }) => ({ entity, field, state: to }));
  });
}
