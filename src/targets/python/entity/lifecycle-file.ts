import { isEnforceable } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { call, literal, print, tuple } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames, fieldNames } from '../names.ts';
import { checkFunction, functionNames } from './check-function.ts';

/** `lifecycle.py`: the states of an order and the steps between them. */
export function lifecycleFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const { lifecycle } = entity;
  const field = entity.fields.find(({ name }) => name === lifecycle?.field);
  if (!lifecycle || !field) return undefined;
  const { type, module } = entityNames(entity);
  const imports = new Imports();
  imports.use('app.records.resource', 'Lifecycle');
  imports.use('app.records.resource', 'Transition');
  imports.use(`app.resources.${module}.model`, type);
  const guarded = lifecycle.transitions.filter(
    ({ guard }) => guard && isEnforceable(guard, entity),
  );
  const names = functionNames(
    guarded.map(({ id }) => id),
    'may',
  );
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
            imports,
          ),
        ]
      : [],
  );
  const steps = lifecycle.transitions.map(({ id, name, from, to, roles }) =>
    call('Transition', [], {
      id: literal(id),
      name: literal(name),
      source: tuple(from.map(literal)),
      target: literal(to),
      roles: roles.length > 0 ? tuple(roles.map(literal)) : undefined,
      guard: names.get(id),
    }),
  );
  const definition = call('Lifecycle', [], {
    attribute: literal(fieldNames(field).attribute),
    initial: literal(lifecycle.initial),
    transitions: tuple(steps),
  });
  return {
    path: `app/resources/${module}/lifecycle.py`,
    content: [
      docstring(`The states of ${entity.label} and the steps between them`, lifecycle),
      '\n',
      imports.print(),
      ...functions.map((text) => `\n\n${text}`),
      functions.length > 0 ? '\n\n' : '\n',
      print(definition, `LIFECYCLE: Lifecycle[${type}] = `),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: [...lifecycle.sources, ...lifecycle.transitions.flatMap(({ sources }) => sources)],
  };
}
