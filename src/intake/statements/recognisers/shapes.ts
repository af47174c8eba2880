import { isPortable, isQuickFor } from '#blueprint';
import type { Expression } from '#blueprint';
import type { ModelledEntity, ModelledField } from '../../data-model.ts';
import { compare, field, implies, literal, present, previous } from '../grammar/expressions.ts';
import type { Finding } from '../grammar/finding.ts';
import { referenceTo } from '../grammar/scope.ts';
import { annotate } from '../sentence/annotate.ts';
import type { Vocabulary } from '../sentence/vocabulary.ts';
import { matchText } from '../../words/match-text.ts';

type Groups = Readonly<Record<string, string | undefined>>;
type Shape = readonly [
  pattern: RegExp,
  read: (
    groups: Groups,
    vocabulary: Vocabulary,
    around?: ModelledEntity,
  ) => Finding | readonly Finding[] | undefined,
];

const article = '(?:(?:an?|the|each|every|all|any|one)\\s+)?';
const must = '(?:must|shall|should|has to|have to|needs? to|can|may)';
const mustNot =
  "(?:must not|must never|shall not|should not|cannot|can not|can['’]t|may not|mustn['’]t|never|may never|can never)";
const most =
  '(?:at most|no longer than|no more than|not more than|up to|a maximum of|maximum|max\\.?|less than)';
const least = '(?:at least|no less than|not less than|a minimum of|minimum|min\\.?)';

/** English sentences whose verb says what is compared, so that the grammar of comparisons finds no field in them. */
const shapes: readonly Shape[] = [
  // "A donor must be at least 18 years old."
  [
    new RegExp(
      `^${article}(?<entity>[\\p{L} -]{2,40}?)\\s+${must}\\s+be\\s+(?:${least}|(?<over>over|older than|above))\\s+(?:the age of\\s+)?(?<years>\\d{1,3})(?:\\s+years?(?:\\s+(?:old|of age))?)?$`,
      'iu',
    ),
    age,
  ],
  // "A booking lasts at most 8 hours."
  [
    new RegExp(
      `^${article}(?<entity>[\\p{L} -]{2,40}?)\\s+(?:${must}\\s+)?(?:lasts?|takes?|runs?|be)\\s+(?:for\\s+)?(?<bound>${most}|${least})\\s+(?<duration>\\p{L}+|\\d+)\\s+(?<unit>minutes?|hours?|days?|weeks?|months?)(?:\\s+long)?$`,
      'iu',
    ),
    lasting,
  ],
  [
    new RegExp(
      `^${article}(?<entity>[\\p{L} -]{2,40}?)\\s+${mustNot}\\s+(?:last|take|be|run|exceed)\\s*(?:for\\s+)?(?<bound>longer than|more than|over|)\\s*(?<duration>\\p{L}+|\\d+)\\s+(?<unit>minutes?|hours?|days?|weeks?|months?)(?:\\s+long)?$`,
      'iu',
    ),
    lasting,
  ],
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
  // "A child may have at most one order per menu."
  [
    new RegExp(
      `^${article}(?<one>[\\p{L} -]{2,40}?)\\s+(?:${must}\\s+)?(?:have|has|place|make|write|create|submit)\\s+(?:at most|only|no more than|not more than|max(?:imum)?)\\s+(?:one|1|a single)\\s+(?<link>[\\p{L} -]{2,40}?)\\s+(?:per|for (?:each|every|the same)|with the same)\\s+(?<other>[\\p{L} -]{2,40}?)$`,
      'iu',
    ),
    once,
  ],
  // "A member can be enrolled in a class only once."
  [
    new RegExp(
      `^${article}(?<one>[\\p{L} -]{2,40}?)\\s+(?:(?:can|may|must|shall|should)\\s+(?:only\\s+)?(?:be\\s+)?)(?<verb>\\p{L}+)\\s+(?:(?:for|in|into|to|on|at|by|with)\\s+)?(?:an?|the same|each|every|one|the)\\s+(?<other>[\\p{L} -]{2,40}?)\\s+(?:only once|at most once|just once|once only|once)$`,
      'iu',
    ),
    once,
  ],
  [
    new RegExp(
      `^${article}(?<one>[\\p{L} -]{2,40}?)\\s+${mustNot}\\s+(?:be\\s+)?(?<verb>\\p{L}+)\\s+(?:(?:for|in|into|to|on|at|by|with)\\s+)?(?:an?|the same|one)\\s+(?<other>[\\p{L} -]{2,40}?)\\s+(?:twice|more than once|a second time)$`,
      'iu',
    ),
    once,
  ],
];

/** What an English sentence of one of these shapes says; undefined where it has none of them, or names nothing known. */
export function shapesIn(
  text: string,
  vocabulary: Vocabulary,
  around: ModelledEntity | undefined,
): readonly Finding[] | undefined {
  if (text.length > 160) return undefined;
  const bare = text.trim().replace(/[.;!]+$/, '');
  for (const [pattern, read] of shapes) {
    const groups = matchText(pattern, bare)?.groups;
    const finding = groups === undefined ? undefined : read(groups, vocabulary, around);
    if (finding !== undefined) return [finding].flat();
  }
  return undefined;
}

function age(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const entity = entityIn(groups['entity'], vocabulary);
  const born = entity?.fields.find(
    ({ field: { name, type } }) => type.kind === 'date' && /birth|^born|^dob$/.test(name),
  )?.field;
  if (entity === undefined || born === undefined) return undefined;
  const years = literal('duration', `P${groups['years']}Y`);
  const latest: Expression = {
    kind: 'arithmetic',
    operator: 'subtract',
    left: { kind: 'today' },
    right: years,
  };
  const operator = groups['over'] === undefined ? 'le' : 'lt';
  return rule(entity, compare(field(born.name), operator, latest), [born.name]);
}

function lasting(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const entity = entityIn(groups['entity'], vocabulary);
  const times =
    entity?.fields
      .map((each) => each.field)
      .filter(({ type }) => type.kind === 'datetime' || type.kind === 'date') ?? [];
  const start = times.find(({ name }) => /^(?:start|begin|from|check-in)|-start$/.test(name));
  const end = times.find(({ name }) => /^(?:end|finish|until|to-|check-out)|-end$/.test(name));
  const [length] = annotate(`${groups['duration']} ${groups['unit']}`, vocabulary);
  if (entity === undefined || start === undefined || end?.type.kind !== start.type.kind)
    return undefined;
  if (length?.duration === undefined) return undefined;
  const limit: Expression = {
    kind: 'arithmetic',
    operator: 'add',
    left: field(start.name),
    right: literal('duration', length.duration),
  };
  const isLeast = /least|min|no less|not less/i.test(groups['bound'] ?? '');
  const isStrict = /^less than/i.test(groups['bound'] ?? '');
  const operator = isLeast ? 'ge' : isStrict ? 'lt' : 'le';
  return rule(entity, compare(field(end.name), operator, limit), [start.name, end.name]);
}

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
  const owner = entityIn(groups['entity'], vocabulary) ?? around;
  const found = fieldIn(groups['field'], vocabulary, owner);
  const pattern = groups['pattern'] ?? '';
  if (found === undefined || found.field.field.type.kind !== 'string') return undefined;
  if (!isPortable(pattern) || !isQuickFor(found.field.field, pattern)) return undefined;
  const also = groups['also']?.toLowerCase();
  const change =
    also === undefined ? { pattern } : { pattern, [also === 'unique' ? also : 'required']: true };
  const { entity, field } = found;
  return [{ kind: 'constraint', entity: entity.entity.id, field: field.field.name, change }];
}

/** The records that link the two things: each pair of them once. */
function once(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const one = entityIn(groups['one'], vocabulary);
  const other = entityIn(groups['other'], vocabulary);
  if (one === undefined || other === undefined || one === other) return undefined;
  const said = groups['link'] === undefined ? undefined : entityIn(groups['link'], vocabulary);
  if (groups['link'] !== undefined && said === undefined) return undefined;
  const links = vocabulary.model.entities.flatMap((entity) => {
    const left = referenceTo(entity, one);
    const right = referenceTo(entity, other);
    return left && right && (said === undefined || said === entity)
      ? [{ entity, fields: [left.name, right.name] }]
      : [];
  });
  const [link] = links;
  return link === undefined || links.length > 1
    ? undefined
    : { kind: 'key', entity: link.entity.entity.id, fields: link.fields };
}

function rule(entity: ModelledEntity, expression: Expression, fields: readonly string[]): Finding {
  return { kind: 'rule', entity: entity.entity.id, on: ['create', 'update'], expression, fields };
}

/** The one entity that a phrase is the name of. */
function entityIn(text: string | undefined, vocabulary: Vocabulary): ModelledEntity | undefined {
  if (text === undefined) return undefined;
  const items = annotate(text, vocabulary);
  const named = new Set(items.flatMap(({ entities }) => entities));
  return items.length === 1 && named.size === 1 ? [...named][0] : undefined;
}

/** The one field that a phrase is the name of. */
function fieldIn(
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
