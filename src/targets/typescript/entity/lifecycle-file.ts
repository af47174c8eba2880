import { isEnforceable, jsonName } from '#blueprint';
import type { Entity, Service, Transition } from '#blueprint';
import type { GeneratedFile } from '#files';
import { array, literal, object, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { checkCode, lowerCheck } from '../expression/lower.ts';
import { entityNames } from '../names.ts';

/** `order.lifecycle.ts`: the states of an order and the steps between them. */
export function lifecycleFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const { lifecycle } = entity;
  const field = entity.fields.find(({ name }) => name === lifecycle?.field);
  if (!lifecycle || !field) return undefined;
  const { type, value, folder, file } = entityNames(entity);
  const imports = new Imports();
  const definition = object(
    {
      property: literal(jsonName(field)),
      initial: literal(lifecycle.initial),
      transitions: array(
        lifecycle.transitions.map((transition) =>
          transitionCode(service, entity, transition, imports),
        ),
        true,
      ),
    },
    true,
  );
  imports.type('../../records/resource.ts', 'Lifecycle');
  imports.type(`./${file}.fields.ts`, type);
  return {
    path: `${folder}/${file}.lifecycle.ts`,
    content: [
      imports.print(),
      '\n',
      docComment(`The states of ${entity.label} and the steps between them`, lifecycle),
      print(definition, `export const ${value('Lifecycle')}: Lifecycle<${type}> = `, ';'),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: [...lifecycle.sources, ...lifecycle.transitions.flatMap(({ sources }) => sources)],
  };
}

function transitionCode(
  service: Service,
  entity: Entity,
  transition: Transition,
  imports: Imports,
): Code {
  const { id, name, from, to, roles, guard } = transition;
  const check =
    guard && isEnforceable(guard, entity)
      ? lowerCheck(guard, { service, entity }, imports)
      : undefined;
  return object(
    {
      id: literal(id),
      name: literal(name),
      from: array(from.map(literal)),
      to: literal(to),
      roles: roles.length > 0 ? array(roles.map(literal)) : undefined,
      guard: check && checkCode(check),
    },
    true,
  );
}
