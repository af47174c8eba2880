import { isReference, jsonName, operandsOf, writableFields } from '#blueprint';
import type { Entity, Expression, Field } from '#blueprint';
import { accepts, fieldExample } from '#rules';
import type { JsonRecord } from '#rules';
import { holds } from './holds.ts';
import { NOW } from './now.ts';
import type { Sample } from './sample.ts';

/** Other values for properties of a sample, all of which together may be written over it. */
export function changesOf({ entity, record, unique }: Sample): JsonRecord {
  const changes: Record<string, unknown> = {};
  for (const field of changeable(entity)) {
    const name = jsonName(field);
    if (unique.some((property) => property.name === name)) continue;
    const value = otherValues(field, record[name]).find(
      (other) =>
        other !== null &&
        JSON.stringify(other) !== JSON.stringify(record[name]) &&
        accepts(field, other) &&
        mayChange(entity, record, { ...changes, [name]: other }),
    );
    if (value !== undefined) changes[name] = value;
  }
  return changes;
}

function changeable(entity: Entity): readonly Field[] {
  // "due date, not later than the project's deadline": what a parent has is not known here.
  const held = new Set(
    entity.rules.flatMap(({ expression, fields }) => (readsParent(expression) ? fields : [])),
  );
  return writableFields(entity).filter(
    (field) =>
      !isReference(field) && field.name !== entity.lifecycle?.field && !held.has(field.name),
  );
}

function readsParent(expression: Expression): boolean {
  return expression.kind === 'related' || operandsOf(expression).some(readsParent);
}

/** Whatever comes first: a change alone must be fine, and together with those before it. */
function mayChange(entity: Entity, previous: JsonRecord, changes: JsonRecord): boolean {
  return holds(entity, { on: 'update', record: { ...previous, ...changes }, previous });
}

function otherValues(field: Field, value: unknown): readonly unknown[] {
  const setting = { now: NOW, roles: ['owner'], references: () => [] };
  const examples = [2, 3, 4].map((serial) => fieldExample(field, { ...setting, serial }));
  if (typeof value === 'boolean') return [!value];
  // A merge patch would merge an object.
  if (field.type.kind === 'json') return [['changed']];
  if (typeof value === 'number') return [value + 1, value - 1, ...examples];
  if (typeof value !== 'string') return examples;
  return [...otherTexts(field, value), ...examples];
}

function otherTexts({ type }: Field, value: string): readonly string[] {
  switch (type.kind) {
    case 'string':
    case 'text':
      return [value.replace(/1$/, '2'), `${value} II`];
    case 'email':
      return ['grace@example.com'];
    case 'phone':
      return ['+49 30 1234567'];
    case 'url':
      return [`${value}/2`];
    case 'decimal':
    case 'money':
      return [value.replace(/^\d+/, (whole) => String(BigInt(whole) + 1n))];
    case 'date':
      return [new Date(Date.parse(value) + 86_400_000).toISOString().slice(0, 10)];
    case 'datetime':
      return [new Date(Date.parse(value) + 3_600_000).toISOString()];
    default:
      return [];
  }
}
