import type { ModelledEntity, ModelledField } from '../../data-model.ts';
import { foldText } from '../../words/fold.ts';

/** An enumeration that the states of a chain are values of. */
export interface StateField {
  readonly entity: ModelledEntity;
  readonly field: ModelledField;
}

/** The stored value that a written state means, for an enumeration. */
export function valueOfState({ field }: StateField, written: string): string | undefined {
  const { type } = field.field;
  if (type.kind !== 'enum') return undefined;
  const key = stateKey(written);
  return type.values.find(({ value, label }) => stateKey(value) === key || stateKey(label) === key)
    ?.value;
}

/** `IN_PROGRESS`, `in progress` and `inProgress` are one state. */
export function stateKey(written: string): string {
  return foldText(written.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}

/** What a role is called, as an identifier. */
const role = /(?:^|-)(?:roles?|rol|ruolo|rolle|rola|papel|cargo|funcao|perfil|peran)$/;

/** The enumerations that hold every state written; those of `preferred` first. */
export function fieldsHolding(
  states: readonly string[],
  entities: readonly ModelledEntity[],
  preferred: ModelledEntity | undefined,
): readonly StateField[] {
  const found = entities.flatMap((entity) =>
    entity.fields
      // Who somebody is goes through no states, whatever arrows are drawn between roles.
      .filter(({ field }) => !role.test(field.name))
      .map((field) => ({ entity, field }))
      .filter((candidate) => states.every((state) => valueOfState(candidate, state) !== undefined)),
  );
  const own = found.filter(({ entity }) => entity === preferred);
  return own.length > 0 ? own : found;
}
