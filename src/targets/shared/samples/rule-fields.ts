import type { Entity, Expression } from '#blueprint';

/** The names of the fields that the rules and guards of an entity read, as they are or as they were. */
export function ruleFields(entity: Entity): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { expression } of entity.rules) collect(expression, names);
  for (const { guard } of entity.lifecycle?.transitions ?? []) {
    if (guard) collect(guard, names);
  }
  return names;
}

/** The names of the fields that an expression reads. */
export function fieldsIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, names);
  return names;
}

/** True if an expression asks who writes. */
export function readsRoles(expression: Expression): boolean {
  return JSON.stringify(expression).includes('"kind":"has-role"');
}

function collect(part: unknown, names: Set<string>, isRow = false): void {
  if (typeof part !== 'object' || part === null) return;
  const { kind, field, via } = part as { kind?: string; field?: string; via?: string };
  const name = kind === 'related' ? via : field;
  // Inside of an aggregate the fields are those of its rows; `outer` fields are those of the record.
  if (name !== undefined && isRow === (kind === 'outer')) names.add(name);
  for (const child of Object.values(part)) collect(child, names, isRow || kind === 'aggregate');
}
