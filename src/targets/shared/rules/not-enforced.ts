import { isEnforceable } from '#blueprint';
import type { Entity, Rule, Service, Transition } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { targetDiagnostics } from '../../targets.diagnostics.ts';

/** Rules and guards that the service does not enforce, because they read records that have nothing to do with theirs. */
export function notEnforced(service: Service): readonly (Rule | Transition)[] {
  return service.entities.flatMap((entity) => [
    ...entity.rules.filter(({ expression }) => !isEnforceable(expression, entity)),
    ...transitions(entity).filter(({ guard }) => guard && !isEnforceable(guard, entity)),
  ]);
}

/** A warning for each of them. */
export function notEnforcedDiagnostics(service: Service): readonly Diagnostic[] {
  return notEnforced(service).map((node) =>
    targetDiagnostics.create(
      'rule-not-enforced',
      { rule: node.id, statement: 'statement' in node ? node.statement : node.label },
      node.sources[0],
    ),
  );
}

const transitions = ({ lifecycle }: Entity) => lifecycle?.transitions ?? [];
