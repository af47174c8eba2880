import type { Diagnostic } from '#diagnostics';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import type { Decision, DecisionModel } from './decision-model.ts';

/**
 * Names that several things have, requirements of nothing, and decisions that depend on themselves, each circle once
 * with its path.
 */
export function checkModel(model: DecisionModel): readonly Diagnostic[] {
  const decisions = new Map(model.decisions.map((decision) => [decision.id, decision]));
  const services = model.services ?? [];
  const inputs = new Set([...model.inputs, ...services].map(({ id }) => id));
  const diagnostics: Diagnostic[] = [];
  for (const property of ['id', 'name'] as const) {
    const seen = new Set<string>();
    for (const { [property]: name } of [...model.inputs, ...model.decisions, ...services]) {
      if (seen.has(name)) diagnostics.push(rulesDiagnostics.create('duplicate-name', { name }));
      seen.add(name);
    }
  }
  const done = new Set<string>();
  /** Without recursion: a chain of decisions can be long. */
  const visit = (start: Decision): void => {
    const path: { decision: Decision; next: number }[] = [{ decision: start, next: 0 }];
    const places = new Map([[start.id, 0]]);
    while (path.length > 0) {
      const step = path.at(-1);
      const required = step?.decision.requires[step.next];
      if (!step || required === undefined) {
        if (step) {
          done.add(step.decision.id);
          places.delete(step.decision.id);
        }
        path.pop();
        continue;
      }
      step.next += 1;
      const decision = decisions.get(required);
      const from = places.get(required);
      if (from !== undefined) {
        const circle = [...path.slice(from).map((other) => other.decision.name), decision?.name];
        diagnostics.push(rulesDiagnostics.create('cycle', { path: circle.join(' → ') }));
      } else if (decision && !done.has(required)) {
        places.set(required, path.length);
        path.push({ decision, next: 0 });
      } else if (!decision && !inputs.has(required)) {
        const params = { decision: step.decision.name, requires: required };
        diagnostics.push(rulesDiagnostics.create('unknown-requirement', params));
      }
    }
  };
  for (const decision of model.decisions) if (!done.has(decision.id)) visit(decision);
  return diagnostics;
}
