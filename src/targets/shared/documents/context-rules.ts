import { isEnforceable, jsonName } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { describe } from '#rules';
import type { TargetInput } from '../../target.ts';
import { sourceOf } from '../text/source-text.ts';

/** The file of a service that enforces the rules, or the lifecycle, of an entity. */
export type EnforcingFile = (entity: Entity, what: 'rules' | 'lifecycle') => string;

/** Rules and transitions for agents: what must hold, since which line, and in which file. */
export function contextRules({ service }: TargetInput, file: EnforcingFile): object {
  return service.entities.flatMap((entity) => {
    const json = new Map(entity.fields.map((field): [string, Field] => [field.name, field]));
    const rules = entity.rules.map((rule) => ({
      id: rule.id,
      resource: `/api/${entity.plural}`,
      statement: rule.statement,
      means: describe(rule.expression),
      on: rule.on,
      blames: rule.fields.flatMap((name) => {
        const field = json.get(name);
        return field ? [jsonName(field)] : [];
      }),
      enforced: isEnforceable(rule.expression, entity),
      source: sourceOf(rule),
      ...(isEnforceable(rule.expression, entity) && { file: file(entity, 'rules') }),
    }));
    const transitions = (entity.lifecycle?.transitions ?? []).map((transition) => ({
      id: transition.id,
      resource: `/api/${entity.plural}`,
      statement: `${transition.label}: ${transition.from.join(', ')} → ${transition.to}`,
      roles: transition.roles,
      ...(transition.guard && { guard: describe(transition.guard) }),
      enforced: transition.guard === undefined || isEnforceable(transition.guard, entity),
      source: sourceOf(transition),
      file: file(entity, 'lifecycle'),
    }));
    return [...rules, ...transitions];
  });
}
