import { isEnforceable, jsonName } from '#blueprint';
import type { Field } from '#blueprint';
import { describe } from '#rules';
import type { TargetInput } from '../../../target.ts';
import { entityNames } from '../../names.ts';
import { sourceOf } from '../../emit/comment.ts';

/** Rules and transitions for agents: what must hold, since which line, and in which file. */
export function contextRules({ service }: TargetInput): object {
  return service.entities.flatMap((entity) => {
    const { folder, file } = entityNames(entity);
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
      enforced: isEnforceable(rule.expression),
      source: sourceOf(rule),
      ...(isEnforceable(rule.expression) && { file: `${folder}/${file}.rules.ts` }),
    }));
    const transitions = (entity.lifecycle?.transitions ?? []).map((transition) => ({
      id: transition.id,
      resource: `/api/${entity.plural}`,
      statement: `${transition.label}: ${transition.from.join(', ')} → ${transition.to}`,
      roles: transition.roles,
      ...(transition.guard && { guard: describe(transition.guard) }),
      enforced: transition.guard === undefined || isEnforceable(transition.guard),
      source: sourceOf(transition),
      file: `${folder}/${file}.lifecycle.ts`,
    }));
    return [...rules, ...transitions];
  });
}
