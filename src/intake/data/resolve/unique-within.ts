import type { Entity, OpenQuestion } from '#blueprint';
import type { ModelledField } from '../../data-model.ts';
import { foldText } from '../../words/fold.ts';

/** What "unique per customer" becomes. */
export interface UniqueWithin {
  readonly keys: Entity['keys'];
  readonly fields: readonly ModelledField[];
  readonly questions: readonly OpenQuestion[];
}

/** Every record is one tenant's: what is unique there is unique. */
const tenant = /^(?:tenant|organi[sz]ation|workspace|mandant|account|company)$/;

/**
 * A key of each field that is unique among the records of one other, and of the reference to that.
 * @param entity the name of the entity that has the fields
 * @param find the name of the entity that words mean
 */
export function uniqueWithin(
  entity: string,
  fields: readonly ModelledField[],
  find: (words: string) => string | undefined,
): UniqueWithin {
  const keys: Entity['keys'][number][] = [];
  const questions: OpenQuestion[] = [];
  const references = fields.filter(
    ({ field: { type } }) => type.kind === 'reference' && type.cardinality === 'one',
  );
  const changed = fields.map((given) => {
    const { field, uniqueWithin: words } = given;
    if (words === undefined) return given;
    const other = find(words);
    const reference = references.find(
      ({ field: { type }, aliases }) =>
        (type.kind === 'reference' && type.entity === other) ||
        aliases.some((alias) => foldText(alias) === words),
    )?.field;
    if (reference === undefined && other === undefined && tenant.test(words))
      return { ...given, field: { ...field, unique: true } };
    const { label, sources } = field;
    if (reference === undefined)
      questions.push({
        id: `question/${entity}-${field.name}-unique`,
        label: `Among which records is ${label} unique?`,
        reason: `It is said to be unique within “${words}”, and no reference of the record leads there.`,
        origin: 'inferred',
        note: 'Several records may have the same.',
        sources,
      });
    else
      keys.push({
        id: `${entity}/key/${reference.name}-${field.name}`,
        label: `${reference.name}, ${field.name}`,
        origin: 'stated',
        sources,
        fields: [reference.name, field.name],
      });
    return given;
  });
  return { keys, fields: changed, questions };
}
