import type { Blueprint, Process, Step } from '#blueprint';

/** Who does a step, and whether that is only assumed. */
export interface StepActor {
  readonly name: string;
  readonly assumed: boolean;
}

/**
 * Who does each step, by its id: a role, whoever the step names, the system. A step that says nothing of it is done by
 * who did the one before, at first by the role that the title of the workflow names. Empty where nobody is named at all.
 */
export function actorsOf(
  { steps, label }: Process,
  { system }: Blueprint,
): ReadonlyMap<string, StepActor> {
  const roles = new Map(system.roles.map((role) => [role.name, role.label]));
  const said = (step: Step): string | undefined => {
    if (step.role !== undefined) return roles.get(step.role) ?? step.role;
    return step.actor ?? (step.automatic && system.label);
  };
  const title = label.toLowerCase();
  let before = system.roles.find((role) => title.includes(role.label.toLowerCase()))?.label;
  if (before === undefined && !steps.some(said)) return new Map();
  before ??= steps.map(said).find((name) => name !== undefined);
  return new Map(
    steps.map((step): [string, StepActor] => {
      const name = said(step);
      // What waits or only goes on is nobody's work.
      before = name ?? before;
      return [step.id, { name: before ?? '', assumed: name === undefined }];
    }),
  );
}
