import { foldText } from '../../words/fold.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { isDataNoun } from '../data-noun.ts';
import type { Reading } from '../reading.ts';
import { nounFields } from '../recognise/noun-fields.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import type { AttributeWords } from './attribute-score.ts';

/** Attributes in the bracket behind one of a list. */
export interface Nested {
  /** A record of its own, where what stands before the bracket is one: "the bike (brand, model, frame number)". */
  readonly record: EntityName | undefined;
  readonly fields: readonly NounField[];
}

/** Who can be reached: two attributes of the same record, "emergency contact (name and phone)". */
const contact =
  /(?:^|\s)(?:contacts?|person|kin|contacto|contato|contatto|kontakt|ansprechpartner|kontaktperson|contactpersoon)(?:\s|$)/u;

/** "the customer (name and phone)", "a second contact (name and phone)": attributes, each surely one. */
export function nestedIn(
  { text, field }: NounField,
  reading: Reading,
  attributes: AttributeWords,
): Nested | undefined {
  const inside = /^[^()（）]{3,40}[(（]([^()（）]{6,160})[)）]$/u.exec(text.trim())?.[1];
  if (inside === undefined || /[/|=<>]/u.test(inside)) return undefined;
  const fields = nounFields(inside, reading, 2);
  if (fields === undefined || attributes.of(fields).sure < fields.length) return undefined;
  const isPair = fields.length === 2 && !isDataNoun(field.name, reading);
  if (isPair || contact.test(foldText(field.name)))
    return {
      record: undefined,
      fields: fields.map((each) => ({
        ...each,
        field: { ...each.field, name: `${field.name} ${each.field.name}` },
      })),
    };
  if (fields.length < 3 || isDataNoun(field.name, reading)) return undefined;
  const record = entityName(field.name, reading.vocabulary);
  return record === undefined ? undefined : { record, fields };
}

/** What a list says of an entity, with what stands in brackets behind its parts. */
export function withNested(
  claims: readonly Claim[],
  fields: readonly NounField[],
  reading: Reading,
  attributes: AttributeWords,
): readonly Claim[] {
  const nested = new Map(
    fields.flatMap((field) => {
      const found = nestedIn(field, reading, attributes);
      return found === undefined ? [] : [[field.field.name, found] as const];
    }),
  );
  if (nested.size === 0) return claims;
  return claims.flatMap((claim): readonly Claim[] => {
    const found = claim.kind === 'field' ? nested.get(claim.name) : undefined;
    if (claim.kind !== 'field' || found === undefined) return [claim];
    const { record } = found;
    const inner = found.fields.map(({ field: { name, facts, declared } }): Claim => ({
      ...claim,
      entity: record === undefined ? claim.entity : record.name,
      name,
      also: [],
      facts,
      declared,
    }));
    if (record === undefined) return inner;
    const { source, section } = claim;
    const to = { kind: 'reference', to: record.name, cardinality: 'one' } as const;
    return [
      { ...claim, facts: { type: to } },
      {
        kind: 'entity',
        name: record.name,
        also: record.also,
        evidence: 'described',
        source,
        section,
      },
      ...inner,
    ];
  });
}
