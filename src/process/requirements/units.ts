import type { Step } from '#blueprint';

/** What a workflow is made of: steps, choices between two ways, and things done side by side. */
export type Unit =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'choice'; readonly step: Step; readonly otherwise: Unit | undefined }
  | { readonly kind: 'beside'; readonly units: readonly Unit[] };

/** The steps of a workflow in their structure. */
export function unitsOf(steps: readonly Step[]): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = 0; at < steps.length;) {
    const [unit, next] = unitAt(steps, at);
    const last = units.at(-1);
    if (steps[at]?.beside && last) {
      const before = last.kind === 'beside' ? last.units : [last];
      units[units.length - 1] = { kind: 'beside', units: [...before, unit] };
    } else {
      units.push(unit);
    }
    at = next;
  }
  return units;
}

/** All steps in a unit. */
export function stepsIn(unit: Unit): readonly Step[] {
  if (unit.kind === 'beside') return unit.units.flatMap(stepsIn);
  const otherwise = unit.kind === 'choice' && unit.otherwise;
  return [unit.step, ...(otherwise ? stepsIn(otherwise) : [])];
}

function unitAt(steps: readonly Step[], at: number): readonly [Unit, number] {
  const step = steps[at];
  if (!step) throw new Error(`no step ${at}`);
  if (!step.condition) return [{ kind: 'step', step }, at + 1];
  if (!steps[at + 1]?.otherwise) return [{ kind: 'choice', step, otherwise: undefined }, at + 1];
  const [otherwise, next] = unitAt(steps, at + 1);
  return [{ kind: 'choice', step, otherwise }, next];
}
