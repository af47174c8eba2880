import type { ModelledEntity } from '../../data-model.ts';
import type { Finding } from '../grammar/finding.ts';
import { referenceTo } from '../grammar/scope.ts';
import { annotate, isFiller } from '../sentence/annotate.ts';
import { does, fieldsOf } from '../sentence/item.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { matchText } from '../../words/match-text.ts';

/** What a sentence says of several fields in brackets: that they are unique together, or more that is not clear. */
export type Combination = Finding | 'unclear' | undefined;

const bracketed =
  /^(?:the\s+)?(?:(?:pair|combination|tuple|triple|columns?|fields?)\s+)?(?:of\s+)?[([（]([^()[\]（）]{3,120})[)\]）]\s*(\S.{1,80})$/iu;
const together =
  /^(?:the\s+)?([\p{L}\p{N}_ ,&+/-]{5,120}?)\s+(?:must|shall|should|have to|need to|has to|are|is)\s+(?:be\s+)?(?:unique\s+(?:together|in combination|as a pair|jointly|combined)|(?:together|jointly)\s+unique)$/iu;
const oncePer =
  /^(?:an?|the|each|every|the same|any)?\s*([\p{L}\p{N}_ -]{2,50}?)\s+(?:(?:may|must|can|shall|should|is|are|will)\s+)?(?:only\s+)?(?:(?:be\s+)?(?:used|appear|appears|exist|exists|occur|occurs|listed|given|assigned|allowed|contained|added)\s+)?(?:only once|at most once|just once|once|once only|no more than once|not more than once)\s+(?:per|in|within|for|on|inside)\s+(?:an?|the|each|every|one|the same)?\s*([\p{L}\p{N}_ -]{2,50})$/iu;

/** "(show, number) must be unique", "each number only once per show": one key, and nothing of each column alone. */
export function combinationIn(
  text: string,
  vocabulary: Vocabulary,
  around: ModelledEntity | undefined,
): Combination {
  if (text.length > 200) return undefined;
  const bare = text.trim().replace(/[.;!。]+$/, '');
  const [, inner = '', said = ''] = bracketed.exec(bare) ?? [];
  if (inner !== '') {
    const phrases = annotate(said, vocabulary).filter((item) => !isFiller(item));
    const names = listed(inner);
    if (names.length < 2 || !phrases.some((item) => does(item, 'unique'))) return undefined;
    const isAll = phrases.every((item) => does(item, 'unique', 'must', 'combination'));
    return (isAll ? keyOf(names, vocabulary, around) : undefined) ?? 'unclear';
  }
  const joined = matchText(together, bare)?.[1];
  if (joined !== undefined) return keyOf(listed(joined), vocabulary, around);
  const [, one, other] = matchText(oncePer, bare) ?? [];
  return one === undefined || other === undefined
    ? undefined
    : keyOf([one, other], vocabulary, around);
}

function listed(text: string): readonly string[] {
  return text
    .split(/\s*(?:[,、，&+/]|\s(?:and|und|et|y|e|en)\s)\s*/iu)
    .filter((name) => name !== '');
}

/** The one entity that has them all; that of the section before all others. */
function keyOf(
  names: readonly string[],
  vocabulary: Vocabulary,
  around: ModelledEntity | undefined,
): Finding | undefined {
  const fit = vocabulary.model.entities.flatMap((entity) => {
    const fields = names.map((name) => partIn(name, entity, vocabulary));
    return fields.every((field) => field !== undefined) && new Set(fields).size === names.length
      ? [{ entity, fields }]
      : [];
  });
  const chosen =
    fit.find(({ entity }) => entity === around) ?? (fit.length === 1 ? fit[0] : undefined);
  return chosen === undefined || names.length < 2
    ? undefined
    : { kind: 'key', entity: chosen.entity.entity.id, fields: chosen.fields };
}

/** A field of the entity, or its reference to the thing named. */
function partIn(name: string, entity: ModelledEntity, vocabulary: Vocabulary): string | undefined {
  const items = annotate(name, vocabulary).filter((item) => !isFiller(item));
  const own = items.filter(
    (item) => !item.entities.includes(entity) || fieldsOf(item, entity).length > 0,
  );
  const [item, ...others] = own;
  if (item === undefined || others.length > 0) return undefined;
  const found = new Set(fieldsOf(item, entity).map(({ field }) => field.field.name));
  if (found.size === 1) return [...found][0];
  const [target] = found.size === 0 ? item.entities : [];
  return target === undefined ? undefined : referenceTo(entity, target)?.name;
}
