import { isEnforceable } from '#blueprint';
import type { Entity, Expression } from '#blueprint';
import { fieldsIn } from './rule-fields.ts';

/**
 * The part of an entity that the rules and guards judge together with some fields: fields that no such
 * rule reads can have any value, and a search for examples need not look at them.
 */
export function rulePart(entity: Entity, start: Iterable<string>): Entity {
  const statements = statementsOf(entity);
  const names = new Set(start);
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const fields of statements) {
      if (![...fields].some((name) => names.has(name))) continue;
      for (const name of fields) names.add(name);
    }
  }
  const { lifecycle, ...rest } = entity;
  const touches = (expression: Expression) =>
    [...fieldsIn(expression)].some((name) => names.has(name));
  return {
    ...rest,
    ...(lifecycle && names.has(lifecycle.field) && { lifecycle }),
    fields: entity.fields.filter(({ name }) => names.has(name)),
    rules: entity.rules.filter(
      ({ expression }) =>
        isEnforceable(expression, entity) &&
        (touches(expression) || fieldsIn(expression).size === 0),
    ),
  };
}

/** What each rule reads, and each guard together with the state. */
function statementsOf(entity: Entity): readonly ReadonlySet<string>[] {
  const { rules, lifecycle } = entity;
  const enforced = rules.filter(({ expression }) => isEnforceable(expression, entity));
  const guards = lifecycle?.transitions.flatMap(({ guard }) => guard ?? []) ?? [];
  return [
    ...enforced.map(({ expression }) => fieldsIn(expression)),
    ...guards.map((guard) => new Set([lifecycle?.field ?? '', ...fieldsIn(guard)])),
  ];
}
