import type { Expression } from '#blueprint';
import type { ModelledEntity, ModelledField } from '../../../data-model.ts';
import type { Finding } from '../../grammar/finding.ts';
import { annotate } from '../../sentence/annotate.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';

/** Named groups of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Sentences of one form, and what they say; undefined where they name nothing known. */
export type Shape = readonly [
  pattern: RegExp,
  read: (
    groups: Groups,
    vocabulary: Vocabulary,
    around?: ModelledEntity,
  ) => Finding | readonly Finding[] | undefined,
];

export const article = '(?:(?:an?|the|each|every|all|any|one)\\s+)?';
export const must = '(?:must|shall|should|has to|have to|needs? to|can|may)';
export const mustNot =
  "(?:must not|must never|shall not|should not|cannot|can not|can['’]t|may not|mustn['’]t|never|may never|can never)";
export const most =
  '(?:at most|no longer than|no more than|not more than|up to|a maximum of|maximum|max\\.?|less than)';
export const least = '(?:at least|no less than|not less than|a minimum of|minimum|min\\.?)';
export const unit = '(?<unit>minutes?|hours?|days?|weeks?|months?|years?)';
/** The phrase that names an entity, to be looked up. */
export const thing = '(?<entity>[\\p{L} -]{2,40}?)';

/** A rule that holds whenever a record is written. */
export function rule(
  entity: ModelledEntity,
  expression: Expression,
  fields: readonly string[],
): Finding {
  return { kind: 'rule', entity: entity.entity.id, on: ['create', 'update'], expression, fields };
}

/** The one entity that a phrase is the name of. */
export function entityIn(
  text: string | undefined,
  vocabulary: Vocabulary,
): ModelledEntity | undefined {
  if (text === undefined) return undefined;
  const items = annotate(text, vocabulary);
  const named = new Set(items.flatMap(({ entities }) => entities));
  return items.length === 1 && named.size === 1 ? [...named][0] : undefined;
}

/** The one field that a phrase is the name of. */
export function fieldIn(
  text: string | undefined,
  vocabulary: Vocabulary,
  owner: ModelledEntity | undefined,
): { readonly entity: ModelledEntity; readonly field: ModelledField } | undefined {
  const items = text === undefined ? [] : annotate(text, vocabulary);
  const readings = items.length === 1 ? (items[0]?.fields ?? []) : [];
  const found = readings.filter(
    (one, index) => readings.findIndex((other) => other.field === one.field) === index,
  );
  const own = owner === undefined ? found : found.filter(({ entity }) => entity === owner);
  return own.length === 1 ? own[0] : found.length === 1 ? found[0] : undefined;
}

/** The length that a number and a unit name, as ISO 8601. */
export function lengthIn(
  { duration, unit: named }: Groups,
  vocabulary: Vocabulary,
): string | undefined {
  return annotate(`${duration ?? ''} ${named ?? ''}`, vocabulary)[0]?.duration;
}
