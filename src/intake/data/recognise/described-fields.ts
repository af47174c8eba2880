import type { FieldReading } from '../../declaration/read-field.ts';
import type { Claim, Evidence } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import type { Reading } from '../reading.ts';
import { nounFields } from './noun-fields.ts';
import type { NounField } from './noun-fields.ts';

/** A list is one of attributes where two of them surely are. */
export function surelyFields(
  text: string | undefined,
  reading: Reading,
  attributes: AttributeWords,
): readonly NounField[] | undefined {
  const fields = text === undefined ? undefined : nounFields(text, reading, 2);
  if (fields === undefined) return undefined;
  const { sure, mean } = attributes.of(fields);
  return sure > 1 || (sure === 1 && mean >= 0.65) ? fields : undefined;
}

/** An attribute that a sentence gives something. */
export function describedField(
  owner: EntityName,
  { field }: NounField,
  place: Pick<Claim, 'source' | 'section'>,
): Claim {
  return fieldClaim(owner.name, field, 'described', place);
}

/** That a record has a field, as it was read at a place. */
export function fieldClaim(
  entity: string,
  { name, alias, facts, declared }: FieldReading,
  evidence: Evidence,
  place: Pick<Claim, 'source' | 'section'>,
): Claim {
  const also = alias === undefined ? [] : [alias];
  return { kind: 'field', entity, name, also, facts, declared, evidence, ...place };
}
