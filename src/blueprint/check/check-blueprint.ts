import type { Diagnostic } from '#diagnostics';
import { sortDiagnostics } from '#diagnostics';
import type { Blueprint } from '../blueprint.ts';
import { elements } from '../elements.ts';
import type { Service } from '../service.ts';
import { checkEntity } from './check-entity.ts';
import { Checker } from './checker.ts';
import type { ServiceScope } from './checker.ts';

/**
 * What makes no sense in a blueprint of the right form: references to nothing, names given twice, lifecycles and
 * defaults that do not fit, expressions whose parts can't be compared. An empty list: targets can rely on it.
 */
export function checkBlueprint(blueprint: Blueprint): readonly Diagnostic[] {
  const checker = new Checker(blueprint);
  checkIds(blueprint, checker);
  const { system } = blueprint;
  checker.unique(system.services, ({ name }) => name, 'among the services');
  checker.unique(system.roles, ({ name }) => name, 'among the roles');
  for (const role of system.roles) {
    if (role.name === 'owner')
      checker.report('reserved-name', { name: role.name, id: role.id }, role);
  }
  for (const service of system.services) checkService(service, checker);
  const known = new Set(system.services.flatMap(({ entities }) => entities.map(({ id }) => id)));
  for (const story of system.stories) {
    if (story.role !== undefined) checker.role(story.role, story);
    for (const entity of story.entities) {
      if (!known.has(entity)) checker.report('unknown-entity', { id: story.id, entity }, story);
    }
  }
  for (const step of system.processes.flatMap(({ steps }) => steps)) {
    if (step.role !== undefined) checker.role(step.role, step);
    for (const entity of step.entities) {
      if (!known.has(entity)) checker.report('unknown-entity', { id: step.id, entity }, step);
    }
  }
  return sortDiagnostics(checker.diagnostics);
}

function checkIds(blueprint: Blueprint, checker: Checker): void {
  const seen = new Set<string>();
  for (const { kind, node } of elements(blueprint)) {
    const key = `${kind} ${node.id}`;
    if (seen.has(key)) checker.report('duplicate-id', { kind, id: node.id }, node);
    seen.add(key);
  }
}

function checkService(service: Service, checker: Checker): void {
  const entities = new Map(service.entities.map((entity) => [entity.id, entity]));
  const scope: ServiceScope = { checker, service, entities };
  const where = `among the entities of ${service.name}`;
  checker.unique(service.entities, ({ name }) => name, where);
  checker.unique(service.entities, ({ plural }) => plural, `among the plurals of ${service.name}`);
  checker.unique(service.events, ({ name }) => name, `among the events of ${service.name}`);
  const [first, second] = service.entities.filter(({ account }) => account);
  if (first && second)
    checker.report('several-accounts', { first: first.id, second: second.id }, second);
  if (first && service.access === 'public')
    checker.report('account-in-public', { id: first.id }, first);
  for (const entity of service.entities) checkEntity(scope, entity);
  for (const permission of service.permissions) {
    const { id, entity, role } = permission;
    if (!entities.has(entity)) checker.report('unknown-entity', { id, entity }, permission);
    checker.role(role, permission);
  }
  for (const event of service.events) {
    const { id, entity, on, transition } = event;
    const about = entities.get(entity);
    if (!about) checker.report('unknown-entity', { id, entity }, event);
    else {
      const names = about.lifecycle?.transitions.map(({ name }) => name) ?? [];
      const fits =
        on === 'transitioned' ? names.includes(transition ?? '') : transition === undefined;
      if (!fits) checker.report('unknown-transition', { id, transition: transition ?? '' }, event);
    }
  }
}
