import { isEnforceable, isOverOneRecord } from '#blueprint';
import type { Entity, Expression, Rule, Service, Transition } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { targetDiagnostics } from '../targets.diagnostics.ts';

/** The rules of an entity that a Rust service enforces: those over one record. */
export function ownRules(entity: Entity): readonly Rule[] {
  return entity.rules.filter(({ expression }) => isOwn(expression, entity));
}

/** True for a condition that a Rust service checks. */
export function isOwn(expression: Expression, entity: Entity): boolean {
  return isEnforceable(expression, entity) && isOverOneRecord(expression);
}

/** A warning for each rule and guard that reads other records. */
export function ownRulesDiagnostics(service: Service): readonly Diagnostic[] {
  return service.entities.flatMap((entity) => {
    const guards: readonly Transition[] = entity.lifecycle?.transitions ?? [];
    const nodes = [
      ...entity.rules.filter(({ expression }) => !isOwn(expression, entity)),
      ...guards.filter(({ guard }) => guard && !isOwn(guard, entity)),
    ];
    return nodes.map((node) =>
      targetDiagnostics.create(
        'rule-not-enforced',
        { rule: node.id, statement: 'statement' in node ? node.statement : node.label },
        node.sources[0],
      ),
    );
  });
}
