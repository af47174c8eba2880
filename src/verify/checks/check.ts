import type { SourceSpan } from '#diagnostics';
import type { Subject } from './subject.ts';
import type { Tester } from './tester.ts';

/** One thing that a service must do, as it can be seen from outside. */
export interface Check {
  /** The clause of the service profile that it holds the service to, such as `SP-3.2`. */
  readonly clause: string;
  readonly name: string;
  /** The requirement that asks for it, where there is one. */
  readonly source?: SourceSpan;
  /** True for a check that measures time: nothing else runs beside it. */
  readonly alone?: boolean;
  run(t: Tester): Promise<void>;
}

/** Adds a check to its group. */
export type Define = (
  clause: string,
  name: string,
  run: Check['run'],
  more?: Pick<Check, 'source' | 'alone'>,
) => void;

/** The checks of one subject matter. It looks at the blueprint only: whether they hold is seen later. */
export type CheckGroup = (subject: Subject, check: Define) => void;

/** All checks of some groups for a service, in their order. */
export function collectChecks(groups: readonly CheckGroup[], subject: Subject): readonly Check[] {
  const checks: Check[] = [];
  for (const group of groups) {
    group(subject, (clause, name, run, more) => checks.push({ clause, name, run, ...more }));
  }
  return checks;
}
