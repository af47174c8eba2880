import type { Expression, Field } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import { foldText } from '../../words/fold.ts';
import type { Cue } from '../lexicon/cue.ts';
import { isFiller } from '../sentence/annotate.ts';
import { fieldsOf, valuesOf } from '../sentence/item.ts';
import type { FieldReading, Item, ValueReading } from '../sentence/item.ts';
import { field, literal } from './expressions.ts';
import { referenceTo } from './scope.ts';
import type { Scope } from './scope.ts';

/** A phrase of a clause, resolved for the entity that the clause is about. */
export type Part =
  /** A value of the record, or of one that it refers to. */
  | {
      readonly kind: 'operand';
      readonly expression: Expression;
      readonly field: Field;
      readonly own: boolean;
      readonly roles: readonly string[];
      readonly cues: readonly Cue[];
    }
  | { readonly kind: 'number'; readonly value: string; readonly measured?: true }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'duration'; readonly iso: string }
  | { readonly kind: 'moment'; readonly expression: Expression }
  /** Values that `expression` can hold. */
  | {
      readonly kind: 'values';
      readonly expression: Expression;
      readonly field: Field;
      readonly own: boolean;
      readonly values: readonly string[];
      /** The values stand in a list: "granted or rejected", unlike "approve drafts". */
      readonly listed?: boolean;
      /** It stands beside the name of the record: "paid invoices". */
      readonly isAdjective?: boolean;
      readonly item: Item;
      readonly cues: readonly Cue[];
    }
  | { readonly kind: 'entity'; readonly entity: ModelledEntity; readonly roles: readonly string[] }
  /** A field of records that refer to this one: "the amounts of its lines". */
  | { readonly kind: 'foreign'; readonly reading: FieldReading }
  | { readonly kind: 'role'; readonly role: string }
  | { readonly kind: 'cue'; readonly cues: readonly Cue[]; readonly item: Item }
  | { readonly kind: 'unknown'; readonly item: Item };

export type Operand = Extract<Part, { kind: 'operand' }>;
export type Values = Extract<Part, { kind: 'values' }>;

/** The parts of a clause in order. Mentions of the entity itself say nothing new and are left out. */
export function partsOf(phrases: readonly Item[], scope: Scope): readonly Part[] {
  const items = phrases.filter((item) => !isFiller(item));
  const parts: Part[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (!item) continue;
    const foreign =
      foreignPart(item, items[at + 1], scope) ?? foreignPart(items[at + 1], item, scope);
    if (foreign) {
      parts.push(foreign);
      at += 1;
      continue;
    }
    const related =
      relatedPart(item, items[at + 1], scope, parts) ??
      relatedPart(items[at + 1], item, scope, parts);
    if (related) {
      parts.push(related);
      at += 1;
      continue;
    }
    const part = partOf(item, scope);
    const noun = items[isBehindNoun(scope) ? at - 1 : at + 1];
    const isAdjective = part?.kind === 'values' && noun?.entities.includes(scope.entity) === true;
    if (part) parts.push(isAdjective ? { ...part, isAdjective } : part);
  }
  return withoutNamedField(joinValues(withoutEchoes(parts)));
}

/** "Facturas pagadas": where adjectives follow what they tell of. */
function isBehindNoun({ vocabulary }: Scope): boolean {
  return ['es', 'pt', 'fr', 'it'].includes(vocabulary.model.language);
}

/** "Draft status": the value says of which field it is. */
function withoutNamedField(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, at) => {
    if (part.kind !== 'operand') return true;
    return ![parts[at - 1], parts[at + 1]].some(
      (beside) => beside?.kind === 'values' && beside.field === part.field,
    );
  });
}

/** "Tags: at most 10 tags" names its field twice. */
function withoutEchoes(parts: readonly Part[]): readonly Part[] {
  const seen = new Set<string>();
  return parts.filter((part) => {
    if (part.kind !== 'operand' || part.expression.kind !== 'field') return true;
    const echo = seen.has(part.field.name);
    seen.add(part.field.name);
    return !echo;
  });
}

/** `project's end date`, `end date of the project`, `the project is archived`: a value of a record referred to. */
function relatedPart(
  owner: Item | undefined,
  item: Item | undefined,
  scope: Scope,
  before: readonly Part[],
): Part | undefined {
  if (!owner || !item) return undefined;
  for (const entity of owner.entities) {
    if (entity === scope.entity) continue;
    const reference = referenceTo(scope.entity, entity);
    if (!reference) continue;
    const expressionOf = (name: string): Expression => ({
      kind: 'related',
      via: reference.name,
      field: name,
    });
    const value = valuesOf(item, entity);
    if (value.length > 0 && valuesOf(item, scope.entity).length === 0)
      return valuesPart(value, item, expressionOf, false);
    const [reading] = fieldsOf(item, entity);
    const ownToo = fieldsOf(item, scope.entity).length > 0;
    // "The start date of the project": the record has one too, and it was named already.
    const named = before.some(
      (part) =>
        part.kind === 'operand' && part.own && part.field.name === reading?.field.field.name,
    );
    if (reading && (!ownToo || named || owner.end <= item.start))
      return operandPart(reading, item, expressionOf(reading.field.field.name), false);
  }
  return undefined;
}

/** `line amounts`, `amounts of the lines`: a field of the records that refer to this one. */
function foreignPart(
  owner: Item | undefined,
  item: Item | undefined,
  scope: Scope,
): Part | undefined {
  if (!owner || !item) return undefined;
  const child = owner.entities.find(
    (entity) => entity !== scope.entity && referenceTo(entity, scope.entity),
  );
  if (!child) return undefined;
  const [reading] = fieldsOf(item, child);
  const ownToo = fieldsOf(item, scope.entity).length > 0 && owner.start > item.start;
  return reading && !ownToo ? { kind: 'foreign', reading } : undefined;
}

function partOf(item: Item, scope: Scope): Part | undefined {
  if (item.number !== undefined)
    return { kind: 'number', value: item.number, ...(item.measured && { measured: true }) };
  if (item.range) return { kind: 'range', from: item.range[0], to: item.range[1] };
  if (item.duration !== undefined) return { kind: 'duration', iso: item.duration };
  if (item.date !== undefined) return { kind: 'moment', expression: literal('date', item.date) };
  const [own] = fieldsOf(item, scope.entity);
  if (own) return operandPart(own, item, field(own.field.field.name), true);
  const values = valuesOf(item, scope.entity);
  if (values.length > 0 && isNameOf(scope.entity, item, values)) return undefined;
  if (values.length > 0) return valuesPart(values, item, field, true);
  if (item.entities.includes(scope.entity)) return undefined;
  const [entity] = item.entities;
  if (entity) return { kind: 'entity', entity, roles: item.roles };
  const [role] = item.roles;
  if (role !== undefined) return { kind: 'role', role };
  if (item.cues.includes('today')) return { kind: 'moment', expression: { kind: 'today' } };
  if (item.cues.includes('now')) return { kind: 'moment', expression: { kind: 'now' } };
  return item.cues.length > 0 ? { kind: 'cue', cues: item.cues, item } : { kind: 'unknown', item };
}

/** 貸出 is the loan itself, though a state of it is called 貸出中: what is written like the name is the name. */
function isNameOf(
  { entity, aliases }: ModelledEntity,
  item: Item,
  values: readonly ValueReading[],
): boolean {
  const plain = (text: string) => foldText(text).replace(/\s+/g, '');
  const written = plain(item.text);
  const isValue = values.some(({ field, value }) => {
    const { type } = field.field;
    const label =
      type.kind === 'enum' ? type.values.find((each) => each.value === value)?.label : '';
    return plain(value) === written || plain(label ?? '') === written;
  });
  return !isValue && [entity.name, ...aliases].some((name) => plain(name) === written);
}

function operandPart(
  { field: { field } }: FieldReading,
  item: Item,
  expression: Expression,
  own: boolean,
): Part {
  if (field.type.kind === 'boolean')
    return { kind: 'values', expression, field, own, values: ['true'], item, cues: item.cues };
  return { kind: 'operand', expression, field, own, roles: item.roles, cues: item.cues };
}

/** The values all belong to one field, else the phrase is not clear. */
function valuesPart(
  readings: readonly ValueReading[],
  item: Item,
  expressionOf: (name: string) => Expression,
  own: boolean,
): Part {
  const fields = new Set(readings.map((reading) => reading.field));
  const [first] = readings;
  if (!first || fields.size > 1) return { kind: 'unknown', item };
  return {
    kind: 'values',
    expression: expressionOf(first.field.field.name),
    field: first.field.field,
    own,
    values: [...new Set(readings.map(({ value }) => value))],
    item,
    cues: item.cues,
  };
}

/** `draft, submitted or paid` is one part. */
function joinValues(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  let end = 0;
  for (const part of parts) {
    const last = joined.at(-1);
    const beforeLast = joined.at(-2);
    if (part.kind === 'values' && part.field.type.kind === 'enum') {
      const link = last?.kind === 'cue' && last.cues.includes('or') ? beforeLast : last;
      // A comma is no part; it leaves a gap.
      const listed = link !== last || part.item.start > end + 1;
      end = part.item.end;
      if (link?.kind === 'values' && link.field === part.field) {
        if (link !== last) joined.pop();
        joined.pop();
        const values = [...new Set([...link.values, ...part.values])];
        joined.push({ ...link, values, listed: listed && link.listed !== false });
        continue;
      }
    }
    joined.push(part);
  }
  return joined;
}
