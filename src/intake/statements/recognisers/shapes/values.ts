import { isPortable, isQuickFor } from '#blueprint';
import type { ModelledEntity } from '../../../data-model.ts';
import { compare, field, implies, present, previous } from '../../grammar/expressions.ts';
import type { Finding } from '../../grammar/finding.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import { article, entityIn, fieldIn, must, mustNot } from './shape.ts';
import type { Groups, Shape } from './shape.ts';

/** What the text of a value is made of, and in which direction a number goes. */
export const values: readonly Shape[] = [
  // "The odometer never decreases."
  [
    new RegExp(
      `^${article}(?<field>[\\p{L}_ -]{2,40}?)(?:\\s+of\\s+${article}(?<entity>[\\p{L} -]{2,40}?))?\\s+(?:${mustNot}\\s+(?:be\\s+)?(?:decreases?d?|go(?:es)? down|reduced|lowered|shrinks?)|(?:can|may|must) only\\s+(?:increase|grow|go up|rise))$`,
      'iu',
    ),
    growing,
  ],
  // "`key` is unique and matches `^[a-z]+$`"
  [
    new RegExp(
      `^${article}\`?(?<field>[\\p{L}_][\\p{L}\\p{N}_ -]{0,40}?)\`?(?:\\s+of\\s+${article}(?<entity>[\\p{L} -]{2,40}?))?\\s+(?:(?:is|must be)\\s+(?<also>unique|required|mandatory)\\s+and\\s+)?(?:${must}\\s+)?(?:match(?:es)?|follows?|conforms? to)\\s+(?:the\\s+)?(?:regex|regexp|regular expression|pattern|format)?\\s*[:：]?\\s*[\`/]?(?<pattern>\\^[^\`]{1,200}\\$)[\`/]?$`,
      'iu',
    ),
    matching,
  ],
  // "Plates consist of 2 to 10 letters and digits."
  [
    new RegExp(
      `^${article}(?<field>[\\p{L}_][\\p{L}\\p{N}_ -]{0,40}?)(?:\\s+of\\s+${article}(?<entity>[\\p{L} -]{2,40}?))?\\s+(?:${must}\\s+)?(?:(?<only>(?:be|is|are)\\s+made\\s+up\\s+of|consists?\\s+(?:only\\s+)?of|contains?\\s+only)|be|is|are)\\s+(?:exactly\\s+)?(?:(?<from>\\d{1,3})(?:\\s*(?:to|-|–)\\s*(?<to>\\d{1,3}))?\\s+)?(?:(?<case>upper-?case|capital|lower-?case)\\s+)?(?<kinds>letters (?:and|or) (?:digits|numbers)|(?:digits|numbers) (?:and|or) letters|alphanumeric characters|letters|digits)(?:\\s+only)?$`,
      'iu',
    ),
    alphabet,
  ],
];

function growing(
  groups: Groups,
  vocabulary: Vocabulary,
  around?: ModelledEntity,
): Finding | undefined {
  const found = fieldIn(
    groups['field'],
    vocabulary,
    entityIn(groups['entity'], vocabulary) ?? around,
  );
  if (found === undefined) return undefined;
  const { entity, field: modelled } = found;
  const { name, type } = modelled.field;
  if (!['integer', 'number', 'decimal', 'money'].includes(type.kind)) return undefined;
  const kept = compare(field(name), 'ge', previous(name));
  return {
    kind: 'rule',
    entity: entity.entity.id,
    on: ['update'],
    expression: implies(present(previous(name)), kept),
    fields: [name],
  };
}

/** A pattern that every target reads alike; another one stays a question. */
function matching(
  groups: Groups,
  vocabulary: Vocabulary,
  around?: ModelledEntity,
): readonly Finding[] | undefined {
  const pattern = groups['pattern'] ?? '';
  const also = groups['also']?.toLowerCase();
  return patternOf(groups, pattern, vocabulary, around, {
    ...(also !== undefined && { [also === 'unique' ? also : 'required']: true }),
  });
}

function alphabet(
  groups: Groups,
  vocabulary: Vocabulary,
  around?: ModelledEntity,
): readonly Finding[] | undefined {
  const { kinds = '', case: written = '', from, to } = groups;
  const letters = /^upper|^capital/i.test(written)
    ? 'A-Z'
    : /^lower/i.test(written)
      ? 'a-z'
      : 'A-Za-z';
  const characters = /^digits$/i.test(kinds)
    ? '0-9'
    : /^letters$/i.test(kinds)
      ? letters
      : `${letters}0-9`;
  if (from === undefined && groups['only'] === undefined) return undefined;
  const count = from === undefined ? '+' : to === undefined ? `{${from}}` : `{${from},${to}}`;
  return patternOf(groups, `^[${characters}]${count}$`, vocabulary, around, {});
}

function patternOf(
  groups: Groups,
  pattern: string,
  vocabulary: Vocabulary,
  around: ModelledEntity | undefined,
  also: { readonly unique?: boolean; readonly required?: boolean },
): readonly Finding[] | undefined {
  const owner = entityIn(groups['entity'], vocabulary) ?? around;
  const found = fieldIn(groups['field'], vocabulary, owner);
  if (found === undefined || found.field.field.type.kind !== 'string') return undefined;
  if (!isPortable(pattern) || !isQuickFor(found.field.field, pattern)) return undefined;
  const { entity, field: modelled } = found;
  const change = { pattern, ...also };
  return [{ kind: 'constraint', entity: entity.entity.id, field: modelled.field.name, change }];
}
