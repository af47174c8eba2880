import type { Item } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Document } from '../../document/document.ts';
import type { Claim } from '../claim.ts';

const label =
  /^(?:associations?|relations?|relationships?|indexe?s|indices|constraints?|(?:primary |foreign |unique )?keys?|hooks|validations?|relaciones|relacoes|relações|beziehungen|relazioni)\s*[:：]\s*/iu;

/** A line among the fields of a record that says how it is tied or found, and names no field. */
export function isBesideFields({ text }: Item): boolean {
  return label.test(text);
}

/** "Associations: belongsTo Owners (owner_id), hasMany Trips": the columns that such a line names. */
export function associatedFields(item: Item, entity: string, document: Document): readonly Claim[] {
  const lead = label.exec(item.text)?.[0].length ?? 0;
  return [
    ...item.text
      .slice(lead)
      .matchAll(
        /\bbelongs_?to:?\s+[`"']?(\w{2,40})[`"']?(?:\s*\(\s*(?:foreign key:?\s*)?[`"']?(\w{2,40})[`"']?\s*\))?/giu,
      ),
  ].map((found): Claim => {
    const [whole, to = '', column = `${to.replace(/(?<=[^s])s$/, '')}_id`] = found;
    const start = lead + found.index;
    return {
      kind: 'field',
      entity,
      name: column,
      facts: { type: { kind: 'reference', to, cardinality: 'one' } },
      declared: true,
      evidence: 'schema',
      source: spanIn(document, item, start, start + whole.length),
      section: item.section,
    };
  });
}
