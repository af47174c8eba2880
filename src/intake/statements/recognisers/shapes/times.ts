import type { Comparison, Expression, Field } from '#blueprint';
import type { ModelledEntity } from '../../../data-model.ts';
import { changes, compare, field, implies, literal, present } from '../../grammar/expressions.ts';
import { isTime } from '../../grammar/field-kinds.ts';
import type { Finding } from '../../grammar/finding.ts';
import { referenceTo } from '../../grammar/scope.ts';
import { spanOf } from '../../grammar/span.ts';
import type { Vocabulary } from '../../sentence/vocabulary.ts';
import {
  article,
  entityIn,
  fieldIn,
  least,
  lengthIn,
  most,
  must,
  mustNot,
  rule,
  thing,
  unit,
} from './shape.ts';
import type { Groups, Shape } from './shape.ts';

const duration = '(?<duration>\\p{L}+|\\d+)';
const years = '(?<years>\\d{1,3})(?:\\s+years?(?:\\s+(?:old|of age))?)?';
const period =
  '(?:validity|validity period|period of validity|duration|length|period|term|rental period)';

/** How long something lasts, how far ahead it may lie, and how old somebody is. */
export const times: readonly Shape[] = [
  // "A donor must be at least 18 years old", "a member must be 18 or older"
  [
    new RegExp(
      `^${article}${thing}\\s+${must}\\s+be\\s+(?:${least}|(?<over>over|older than|above))\\s+(?:the age of\\s+)?${years}$`,
      'iu',
    ),
    age,
  ],
  [
    new RegExp(
      `^${article}${thing}\\s+${must}\\s+be\\s+${years}\\s+(?:or|and)\\s+(?:older|over|above)$`,
      'iu',
    ),
    age,
  ],
  // "Members under 18 cannot have loans."
  [
    new RegExp(
      `^${article}${thing}\\s+(?:(?:who are\\s+)?(?:under|younger than|below))\\s+(?:the age of\\s+)?${years}\\s+${mustNot}\\s+(?:have|hold|own|get|make|create|book|place|request|apply for|rent|borrow|take|receive)\\s+${article}(?<what>[\\p{L} -]{2,40})$`,
      'iu',
    ),
    tooYoung,
  ],
  // "A booking lasts at most 8 hours", "a permit is valid for at most one year"
  [
    new RegExp(
      `^${article}${thing}\\s+(?:${must}\\s+)?(?:lasts?|takes?|runs?|be|is|are)\\s+(?:valid\\s+|booked\\s+|open\\s+)?(?:for\\s+)?(?<bound>${most}|${least})\\s+${duration}\\s+${unit}(?:\\s+long)?$`,
      'iu',
    ),
    lasting,
  ],
  [
    new RegExp(
      `^${article}${thing}\\s+${mustNot}\\s+(?:last|take|be|be valid for|run|exceed)\\s*(?:for\\s+)?(?<bound>longer than|more than|over|)\\s*${duration}\\s+${unit}(?:\\s+long)?$`,
      'iu',
    ),
    lasting,
  ],
  // "Eine Ausleihe dauert höchstens 30 Tage", "un alquiler dura como máximo 30 días"
  [
    new RegExp(
      `^(?:(?:eine?|der|die|das|jede[rs]?|una?|el|la|los|las|cada|une?|le|les|chaque|uma?|o|a|os|as|il|gli|ogni)\\s+|l['’])?${thing}\\s+(?:dauer[nt]|gilt|gelten|duran?|durano|duram|dure|durent|puede durar|pode durar|può durare|peut durer|darf|dürfen)\\s+(?:für\\s+)?(?<bound>höchstens|maximal|längstens|mindestens|como máximo|un máximo de|como mínimo|al menos|no máximo|pelo menos|no mínimo|au plus|au maximum|au moins|al massimo|almeno)\\s+(?<duration>\\d+)\\s+(?<unit>\\p{L}{3,9})(?:\\s+(?:dauern|gelten))?$`,
      'iu',
    ),
    lasting,
  ],
  // "A rental lasts between 1 and 60 days."
  [
    new RegExp(
      `^${article}${thing}\\s+(?:${must}\\s+)?(?:lasts?|takes?|runs?|be|is|are)\\s+(?:valid\\s+|booked\\s+|open\\s+)?(?:for\\s+)?(?:between\\s+)?(?<duration>\\d+)\\s*(?:and|to|-|–)\\s*(?<most>\\d+)\\s+${unit}(?:\\s+long)?$`,
      'iu',
    ),
    within,
  ],
  // "Rentals longer than 30 days need a deposit."
  [
    new RegExp(
      `^${article}${thing}\\s+(?:(?:that (?:are|last)|lasting|of)\\s+)?(?:longer than|of more than|more than|over)\\s+${duration}\\s+${unit}(?:\\s+long)?\\s+(?:needs?|requires?|must have|must include)\\s+${article}(?<field>[\\p{L} -]{2,40})$`,
      'iu',
    ),
    neededBeyond,
  ],
  // "The validity of a permit must not exceed 12 months."
  [
    new RegExp(
      `^(?:the\\s+)?${period}(?:\\s+of\\s+${article}${thing})?\\s+(?:${mustNot}\\s+(?:exceed|be (?:longer|more) than)|(?:${must}\\s+be|is)\\s+(?<bound>${most}|${least}))\\s+${duration}\\s+${unit}$`,
      'iu',
    ),
    lasting,
  ],
  // "Bookings can be made at most 60 days in advance", "a permit must not start more than 60 days from now"
  [
    new RegExp(
      `^${article}${thing}\\s+(?:(?<not>${mustNot})|${must})\\s+(?:only\\s+)?(?:start|begin|lie|be\\s+\\p{L}+)\\s+(?:(?<over>more than|earlier than|further than)|(?<bound>${most}|no earlier than|${least}|no later than))\\s+${duration}\\s+${unit}\\s+(?:in advance|ahead|beforehand|ahead of time|from now|from today|in the future|before (?:it|they) starts?)$`,
      'iu',
    ),
    inAdvance,
  ],
];

function age(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const entity = entityIn(groups['entity'], vocabulary);
  const born = entity === undefined ? undefined : birthOf(entity);
  if (entity === undefined || born === undefined) return undefined;
  const operator = groups['over'] === undefined ? 'le' : 'lt';
  return rule(entity, compare(field(born), operator, yearsAgo(groups['years'])), [born]);
}

/** Whoever is too young for a record of another kind: it refers to them. */
function tooYoung(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const who = entityIn(groups['entity'], vocabulary);
  const what = entityIn(groups['what'], vocabulary);
  const born = who === undefined ? undefined : birthOf(who);
  if (who === undefined || what === undefined || born === undefined) return undefined;
  const via = referenceTo(what, who)?.name;
  if (via === undefined) return undefined;
  const birth: Expression = { kind: 'related', via, field: born };
  const expression = compare(birth, 'le', yearsAgo(groups['years']));
  return { kind: 'rule', entity: what.entity.id, on: ['create'], expression, fields: [via] };
}

function birthOf({ fields }: ModelledEntity): string | undefined {
  return fields.find(
    ({ field: { name, type } }) => type.kind === 'date' && /birth|^born|^dob$/.test(name),
  )?.field.name;
}

function yearsAgo(count: string | undefined): Expression {
  return shifted({ kind: 'today' }, 'subtract', `P${count}Y`);
}

function lasting(
  groups: Groups,
  vocabulary: Vocabulary,
  around?: ModelledEntity,
): Finding | undefined {
  const named = groups['entity'];
  const entity = named === undefined ? around : entityIn(named, vocabulary);
  const [start, end] = (entity && spanOf(entity)) ?? [];
  const length = lengthIn(groups, vocabulary);
  if (entity === undefined || length === undefined || start === undefined || end === undefined)
    return undefined;
  const operator = boundOf(groups['bound'] ?? '');
  const limit = shifted(field(start.name), 'add', length);
  return rule(entity, compare(field(end.name), operator, limit), [start.name, end.name]);
}

function within(
  groups: Groups,
  vocabulary: Vocabulary,
  around?: ModelledEntity,
): readonly Finding[] | undefined {
  const least = lasting({ ...groups, bound: 'at least' }, vocabulary, around);
  const most = lasting({ ...groups, duration: groups['most'] }, vocabulary, around);
  return least && most ? [least, most] : undefined;
}

function neededBeyond(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const entity = entityIn(groups['entity'], vocabulary);
  const [start, end] = (entity && spanOf(entity)) ?? [];
  const length = lengthIn(groups, vocabulary);
  const needed = fieldIn(groups['field'], vocabulary, entity);
  if (entity === undefined || start === undefined || end === undefined || length === undefined)
    return undefined;
  if (needed === undefined || needed.entity !== entity) return undefined;
  const isLonger = compare(field(end.name), 'gt', shifted(field(start.name), 'add', length));
  const { name } = needed.field.field;
  return rule(entity, implies(isLonger, present(field(name))), [name]);
}

function boundOf(bound: string): Comparison {
  if (/least|m[ií]n|no less|not less|menos|moins|almeno/i.test(bound)) return 'ge';
  return /^less than/i.test(bound) ? 'lt' : 'le';
}

/** Held when the start is set: it comes nearer by itself. */
function inAdvance(groups: Groups, vocabulary: Vocabulary): Finding | undefined {
  const entity = entityIn(groups['entity'], vocabulary);
  const length = lengthIn(groups, vocabulary);
  const start = entity === undefined ? undefined : startOf(entity);
  if (entity === undefined || length === undefined || start === undefined) return undefined;
  const isDate = start.type.kind === 'date';
  const isExceeded = groups['over'] !== undefined;
  if ((isDate && length.includes('T')) || isExceeded !== (groups['not'] !== undefined))
    return undefined;
  const isLeast = /least|min|no later|no less|not less/i.test(groups['bound'] ?? '');
  const limit = shifted({ kind: isDate ? 'today' : 'now' }, 'add', length);
  const holds = compare(field(start.name), isLeast ? 'ge' : 'le', limit);
  return rule(entity, implies(changes(start), holds), [start.name]);
}

/** When it begins, or its only time. */
function startOf(entity: ModelledEntity): Field | undefined {
  const all = entity.fields.map((each) => each.field).filter(isTime);
  return spanOf(entity)?.[0] ?? (all.length === 1 ? all[0] : undefined);
}

function shifted(from: Expression, operator: 'add' | 'subtract', length: string): Expression {
  return { kind: 'arithmetic', operator, left: from, right: literal('duration', length) };
}
