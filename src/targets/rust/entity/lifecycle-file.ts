import { isEnforceable, isOverOneRecord, jsonName } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { assign, call, literal, slice, struct } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { Uses } from '../emit/uses.ts';
import { entityNames, fieldNames } from '../names.ts';
import { checkFunction, functionNames } from './check-function.ts';

/** `orders/lifecycle.rs`: the states of an order and the steps between them. */
export function lifecycleFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const { lifecycle } = entity;
  const field = entity.fields.find(({ name }) => name === lifecycle?.field);
  if (!lifecycle || !field) return undefined;
  const { type, module } = entityNames(entity);
  const uses = new Uses();
  for (const name of ['Lifecycle', 'Transition']) uses.use('crate::records', name);
  uses.use('crate::fields', 'Choice');
  uses.use('super', type);
  const guarded = lifecycle.transitions.filter(
    ({ guard }) => guard && isEnforceable(guard, entity),
  );
  const names = functionNames(guarded.map(({ id }) => id));
  const functions = guarded.flatMap((step) =>
    step.guard
      ? [
          checkFunction(
            names.get(step.id) ?? '',
            step.label,
            step,
            step.guard,
            service,
            entity,
            uses,
          ),
        ]
      : [],
  );
  const steps = lifecycle.transitions.map(({ id, name, from, to, roles, guard: condition }) => {
    const guard = names.get(id);
    const variant = condition && isOverOneRecord(condition) ? 'Own' : 'Several';
    if (guard !== undefined) uses.use('crate::records', 'Condition');
    return struct('Transition', {
      id: literal(id),
      name: literal(name),
      from: slice(from.map(literal)),
      to: literal(to),
      roles: slice(roles.map(literal)),
      guard: guard === undefined ? 'None' : call('Some', call(`Condition::${variant}`, guard)),
    });
  });
  const definition = struct('Lifecycle', {
    field: literal(jsonName(field)),
    initial: literal(lifecycle.initial),
    state: `|record| record.${fieldNames(field).attribute}.as_str()`,
    transitions: slice(steps),
  });
  return {
    path: `src/resources/${module}/lifecycle.rs`,
    content: [
      docComment(`The states of ${entity.label} and the steps between them`, lifecycle, 0, '//!'),
      '\n',
      uses.print(),
      '\n',
      `${assign(`pub const LIFECYCLE: Lifecycle<${type}>`, definition)}\n`,
      ...functions.map((text) => `\n${text}`),
    ].join(''),
    owner: 'generated',
    sources: [...lifecycle.sources, ...lifecycle.transitions.flatMap(({ sources }) => sources)],
  };
}
