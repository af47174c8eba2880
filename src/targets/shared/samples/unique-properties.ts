import { isReference, jsonName, operandsOf, writableFields } from '#blueprint';
import type { Entity, Expression, Field, Rule } from '#blueprint';
import { accepts, fieldExample } from '#rules';
import type { ExampleSetting, JsonRecord } from '#rules';
import { holds } from './holds.ts';
import { ruleFields } from './rule-fields.ts';
import type { Counted, UniqueProperty } from './sample.ts';

/** Records that a test file makes of one kind, at most. */
const MANY = 100_000;

/**
 * The properties that must differ so that no two records collide: one for each unique field and each
 * key, unless it holds a reference, which names a new record each time. `isAccount` knows the entity
 * whose records are not made at will.
 */
export function uniqueProperties(
  entity: Entity,
  record: JsonRecord,
  setting: ExampleSetting,
  isAccount: (entity: string) => boolean,
): readonly UniqueProperty[] {
  const writable = writableFields(entity);
  const keys = [
    ...writable.filter(({ unique }) => unique).map((field) => [field]),
    ...[...entity.keys.map(({ fields }) => fields), ...entity.rules.flatMap(sharedIn)].map(
      (fields) => writable.filter(({ name }) => fields.includes(name)),
    ),
  ];
  // A rule that only says what may change ("the key never does") leaves a new record any value.
  const read = ruleFields({
    ...entity,
    rules: entity.rules.filter((rule) => rule.on.includes('create') && sharedIn(rule).length === 0),
  });
  const found = new Map<string, UniqueProperty>();
  for (const key of keys) {
    if (key.some((field) => found.has(jsonName(field)) || isNew(field, record, isAccount)))
      continue;
    const ways = key.map((field): UniqueProperty => {
      const counted = read.has(field.name) ? undefined : countedValue(field, record);
      const name = jsonName(field);
      if (counted !== undefined) return { name, counted };
      return { name, values: fewValues(entity, field, record, setting) };
    });
    const best =
      ways.find(({ counted }) => counted !== undefined) ??
      ways.toSorted((a, b) => (b.values?.length ?? 0) - (a.values?.length ?? 0))[0];
    if (best) found.set(best.name, best);
  }
  return [...found.values()];
}

/** "No two bookings of one plate may overlap": records with another plate never do. */
function sharedIn({ expression }: Rule): readonly (readonly string[])[] {
  if (expression.kind !== 'compare' || expression.left.kind !== 'aggregate') return [];
  const { where, via } = expression.left;
  const parts = where?.kind === 'and' ? where.operands : where ? [where] : [];
  const fields = parts.flatMap((part) =>
    part.kind === 'compare' &&
    part.operator === 'eq' &&
    part.left.kind === 'field' &&
    part.right.kind === 'outer' &&
    part.left.field === part.right.field
      ? [part.left.field]
      : [],
  );
  return via === undefined && fields.length > 0 ? [fields] : [];
}

/** "Bookings must not overlap": there is room for one, whatever else it has. */
export function isAlone({ id, rules }: Entity): boolean {
  return rules.some((rule) => sharedIn(rule).length === 0 && countsAll(rule.expression, id));
}

function countsAll(expression: Expression, entity: string): boolean {
  if (expression.kind === 'aggregate')
    return expression.entity === entity && expression.via === undefined;
  return operandsOf(expression).some((part) => countsAll(part, entity));
}

function isNew(field: Field, record: JsonRecord, isAccount: (entity: string) => boolean): boolean {
  const value = record[jsonName(field)];
  if (value === null) return true;
  return isReference(field) && field.type.cardinality === 'one' && !isAccount(field.type.entity);
}

/** Another value for each number. */
function countedValue(field: Field, record: JsonRecord): Counted | undefined {
  const value = record[jsonName(field)];
  if (field.type.kind === 'integer' || field.type.kind === 'number') {
    const from = Math.floor(Number(value));
    return accepts(field, from) && accepts(field, from + MANY) ? { from } : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const at = value.indexOf('@');
  const space = field.pattern === undefined ? ' ' : '';
  const [whole = '0', cents] = value.split('.');
  const amount = ['', cents === undefined ? '' : `.${cents}`, Number(whole)];
  const parts = {
    email: [value.slice(0, at), value.slice(at)],
    url: [`${value}/`, ''],
    string: [`${value}${space}`, ''],
    text: [`${value}${space}`, ''],
    phone: [`${value} `, ''],
    uuid: [value.slice(0, -12), '', 100_000_000_000],
    decimal: amount,
    money: amount,
  }[field.type.kind as string] as readonly [string, string, number?] | undefined;
  const [before = '', after = '', first = 0] = parts ?? [];
  const isAccepted = [1, MANY - 1, MANY].every((n) => accepts(field, before + (first + n) + after));
  if (!parts || !isAccepted) return undefined;
  return { before, after, ...(first > 0 && { first }) };
}

/** A few values, of which every one keeps the rules; the sample's own is the first. */
function fewValues(
  entity: Entity,
  field: Field,
  record: JsonRecord,
  setting: ExampleSetting,
): readonly unknown[] {
  const name = jsonName(field);
  const examples = isReference(field)
    ? setting.references(field).toReversed()
    : [0, 1, 2, 3, 4].map((serial) => fieldExample(field, { ...setting, serial }));
  const all = [record[name], ...examples];
  const usable = all.filter(
    (value) =>
      value !== null &&
      accepts(field, value) &&
      holds(entity, { on: 'create', record: { ...record, [name]: value } }),
  );
  return [...new Set(usable)].slice(0, 3);
}
