import type { Expression } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import {
  any,
  all,
  changes,
  compare,
  implies,
  literal,
  oneOf,
  previous,
} from '../grammar/expressions.ts';
import type { Finding } from '../grammar/finding.ts';
import { stateLiterals } from '../grammar/membership.ts';
import { verbOfValue } from '../sentence/vocabulary.ts';
import type { Draft, Step } from './draft.ts';

type Said = Extract<Finding, { kind: 'transition' | 'final' | 'initial' }>;
/** A finding with its place. */
export interface Located<T> {
  readonly finding: T;
  readonly source: SourceSpan;
}

/** What sentences add to a drawn lifecycle, and what they take away from it. */
export function applySentences(draft: Draft, said: readonly Located<Said>[]): Draft {
  let { steps, initial } = draft;
  for (const { finding, source } of said) {
    if (finding.kind === 'initial') initial = finding.value;
    else if (finding.kind === 'final')
      steps = steps.filter(({ from }) => !finding.values.includes(from));
    else steps = withTransition(steps, finding, source);
  }
  return { ...draft, steps, ...(initial !== undefined && { initial }) };
}

function withTransition(
  steps: readonly Step[],
  finding: Extract<Said, { kind: 'transition' }>,
  source: SourceSpan,
): readonly Step[] {
  const to =
    finding.to ??
    steps.find((step) => step.verb === finding.verb || verbOfValue(step.to) === finding.verb)?.to;
  if (to === undefined) return steps;
  if (finding.excludes)
    return steps.filter((step) => step.to !== to || !finding.excludes?.includes(step.from));
  const from = finding.from ?? (finding.before === undefined ? [] : earlier(steps, finding.before));
  const added = from
    .filter((state) => state !== to && !steps.some((step) => step.from === state && step.to === to))
    .map((state): Step => ({
      from: state,
      to,
      roles: [],
      sources: [source],
      ...(finding.verb !== undefined && { verb: finding.verb }),
    }));
  return [...steps, ...added].map((step) => {
    const meant = step.to === to && (from.length === 0 || from.includes(step.from));
    if (!meant || (finding.roles === undefined && finding.guard === undefined)) return step;
    return {
      ...step,
      roles: [...new Set([...step.roles, ...(finding.roles ?? [])])],
      sources: [...step.sources, source],
      ...(finding.guard && {
        guard: step.guard ? all([step.guard, finding.guard]) : finding.guard,
      }),
    };
  });
}

/** The states from which `target` can be reached and that cannot be reached from it. */
function earlier(steps: readonly Step[], target: string): readonly string[] {
  const after = reach(
    steps,
    target,
    ({ from }) => from,
    ({ to }) => to,
  );
  const before = reach(
    steps,
    target,
    ({ to }) => to,
    ({ from }) => from,
  );
  return [...before].filter((state) => state !== target && !after.has(state));
}

function reach(
  steps: readonly Step[],
  start: string,
  enter: (step: Step) => string,
  leave: (step: Step) => string,
): ReadonlySet<string> {
  const seen = new Set([start]);
  for (const state of seen)
    for (const step of steps) if (enter(step) === state) seen.add(leave(step));
  return seen;
}

/** Where no lifecycle is drawn, steps that sentences name make one only if together they lead to every state. */
export function isComplete({ values, steps, initial }: Draft): boolean {
  const start = initial ?? steps.find(({ from }) => !steps.some(({ to }) => to === from))?.from;
  if (start === undefined) return false;
  const reached = reach(
    steps,
    start,
    ({ from }) => from,
    ({ to }) => to,
  );
  return values.every((value) => reached.has(value));
}

/** The demand of a sentence on a step, as a rule: for states without a lifecycle. */
export function asRule(
  finding: Extract<Said, { kind: 'transition' }>,
  field: string,
): Expression | undefined {
  if (finding.to === undefined || finding.before !== undefined) return undefined;
  const demands: Expression[] = [];
  const before = previous(field);
  if (finding.excludes)
    demands.push({ kind: 'not', operand: oneOf(before, stateLiterals(finding.excludes)) });
  else if (finding.from) demands.push(oneOf(before, stateLiterals(finding.from)));
  if (finding.guard) demands.push(finding.guard);
  if (finding.roles) demands.push(any(finding.roles.map((role) => ({ kind: 'has-role', role }))));
  if (demands.length === 0) return undefined;
  const enters = all([
    compare({ kind: 'field', field }, 'eq', literal('string', finding.to)),
    changes({ name: field }),
  ]);
  return implies(enters, all(demands));
}
