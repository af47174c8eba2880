import { withoutExample } from '../../declaration/without-example.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Item } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import { plainHeading } from '../heading-entity.ts';
import { placesOf } from '../places.ts';
import type { Reading } from '../reading.ts';
import { isTemplate } from '../template-lines.ts';
import { saidWords } from '../enumerate/said-words.ts';
import { isDoing, isSaid } from '../enumerate/find-enumeration.ts';
import { listLabel } from './field-lists.ts';
import { shownIn } from './information-lists.ts';
import { nounFields } from './noun-fields.ts';
import type { NounField } from './noun-fields.ts';

/**
 * Points below the name of a thing, most of which are attributes, though none states a type: below "Members" the
 * points "Full name", "Phone, date of birth" and "A member may be suspended". The others are rules of it.
 * @param heard what was claimed already: lists that declarations were found in are left alone
 * @param namesOwner a point such as "Pets with a name and a breed" says of what its list is, so that its neighbours do
 */
export function attributeLists(
  reading: Reading,
  heard: readonly Claim[],
  attributes: AttributeWords,
  namesOwner: (text: string) => boolean,
): readonly Claim[] {
  const isTaken = placesOf(heard);
  const claims: Claim[] = [];
  for (const items of listsOf(reading)) {
    const [first] = items;
    if (first === undefined || items.some(({ span }) => isTaken(span)) || areLabelled(items))
      continue;
    if (items.some(({ text }) => listLabel.test(text) || namesOwner(text))) continue;
    if (isTemplate(items.map(({ text }) => text))) continue;
    // Points below "Product details" are about what that point says.
    const above = reading.document.blocks[first.parent];
    if (above !== undefined && shownIn(above.text, reading) !== undefined) continue;
    const owner = plainHeading(first, reading);
    // "Upload", "Search": what is done, not what is kept.
    if (owner === undefined || isVerb(owner.name, reading)) continue;
    const isShown = showsDetails(first, reading);
    const lines = items.flatMap((item) => {
      const fields = fieldsOf(item, reading, attributes, isShown);
      return fields === undefined ? [] : [{ item, fields }];
    });
    if (
      !isBelieved(
        lines.length,
        items.length,
        lines.flatMap(({ fields }) => fields).length,
        reading.kinds[first.section],
      )
    )
      continue;
    const { name, also } = owner;
    const { source, section } = placeOf(first, reading);
    claims.push({ kind: 'entity', name, also, evidence: 'described', source, section });
    for (const { item, fields } of lines)
      for (const { field } of fields)
        claims.push({
          kind: 'field',
          entity: name,
          name: field.name,
          also: field.alias === undefined ? [] : [field.alias],
          facts: field.facts,
          declared: field.declared,
          evidence: 'described',
          ...placeOf(item, reading),
        });
  }
  return claims;
}

/** "Startup details", "Detalhes da startup", below which "The system must show:" announces the points. */
function showsDetails(item: Item, { document }: Reading): boolean {
  const lead = document.blocks[item.lead];
  return (
    lead?.kind === 'paragraph' &&
    /[:：]\s*$/u.test(lead.text) &&
    details.test(foldText(document.sections[item.section]?.title ?? ''))
  );
}

const details =
  /^(?:detalles?|detalhes?|ficha|perfil|details?|fiche|profil|dettagli[o]?|scheda|profilo)(?: \p{L}+)? (?:de|del|da|do|du|des|della|dei|di|of) |\p{L}{3} (?:details?|profile|detail page|card)$/u;

function isVerb(name: string, { vocabulary }: Reading): boolean {
  return vocabulary
    .pattern('any-verb', (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})$`, 'u'))
    .test(foldText(name));
}

/** "Pets: name, breed, born" and its neighbours are each a thing of their own. */
function areLabelled(items: readonly Item[]): boolean {
  const lines = items.filter(
    ({ text }) =>
      /^[^:：,，、(（.]{2,40}?\s*(?:[:：(（]|\s[–—-]\s|=>|→)/u.test(text) &&
      text.split(/[,，、]/u).length > 2,
  );
  return lines.length > 1 && lines.length * 2 >= items.length;
}

/** Below a heading of data half of the points suffice. */
function isBelieved(
  lines: number,
  items: number,
  fields: number,
  kind: SectionKind | undefined,
): boolean {
  if (kind === 'data') return fields >= 2 && lines * 3 >= items;
  return fields >= 3 && lines * 2 > items;
}

/** The attributes of one point; undefined where it says something else. */
function fieldsOf(
  { text }: Item,
  reading: Reading,
  attributes: AttributeWords,
  isShown: boolean,
): readonly NounField[] | undefined {
  if (text.length > 200 || /[.!?。]\s+\p{Lu}|[:：]\s[^,|/]{40}/u.test(text)) return undefined;
  const list = withoutVerb(withoutExample(text.replace(/[.。]\s*$/u, '')), reading);
  const fields = nounFields(list, reading, 1);
  const isWhole = fields?.length === splitList(list, reading.vocabulary).length;
  // A long name is left out; a sentence that begins with a clause is no list.
  if (fields === undefined || !(isWhole || fields[0]?.start === 0)) return undefined;
  if (isDoing(fields, reading) || isSaid(fields, { kind: 'bare' })) return undefined;
  const { mean, sure } = attributes.of(fields);
  return isShown || (sure > 0 && mean >= 0.7) ? fields : undefined;
}

/** "Indica nombre y fecha": in a step the verb stands first, and who does it nowhere. */
function withoutVerb(text: string, { language }: Reading): string {
  const verb = saidWords[language]?.active.exec(text);
  return verb === null || verb === undefined || verb.index > 0 ? text : text.slice(verb[0].length);
}

function listsOf({ document, kinds }: Reading): readonly (readonly Item[])[] {
  const lists = Map.groupBy(
    document.blocks.filter((block) => block.kind === 'item'),
    ({ list }) => list,
  );
  return [...lists.values()].filter(([first]) => isAboutService(kinds[first?.section ?? 0]));
}

function placeOf(item: Item, { document }: Reading) {
  return { source: spanIn(document, item, 0, item.text.length), section: item.section };
}
