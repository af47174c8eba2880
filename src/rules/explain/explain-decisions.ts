import { compileRules } from '../compile/compile-rules.ts';
import type { RuleTrace } from '../compile/rule-trace.ts';
import type { RulesAndDecisions } from '../document/read-rules-document.ts';
import { makeDecisions } from '../model/evaluate-model.ts';
import type { MadeDecision } from '../model/evaluate-model.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import type { JsonRecord } from '../rule-set/input-value.ts';
import { rulesInForce } from '../rule-set/rules-in-force.ts';
import type { DecisionRule, RuleSet } from '../rule-set/rule-set.ts';
import { withVariables } from '../interpret/environment.ts';
import { toJson } from '../json.ts';
import type { InputType } from '../table/rule-table.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';
import { explainRows } from './explain-rows.ts';
import type { ExplainedRow } from './explain-rows.ts';

/** What decisions and rules say of a record, and why. */
export interface Explanation {
  readonly decisions: readonly (MadeDecision & { readonly rows?: readonly ExplainedRow[] })[];
  readonly rules: readonly (RuleTrace & { readonly about: DecisionRule })[];
}

/**
 * Makes decisions over a record and asks the rules that are in force, with the values that each of them read.
 * @param now milliseconds since 1970
 * @param wanted names of decisions; all without it, and then the rules as well
 */
export function explainDecisions(
  { model, rules }: RulesAndDecisions,
  record: JsonRecord,
  now: number,
  wanted?: readonly string[],
): Explanation {
  const inputs = model.inputs.flatMap(({ name, type }) => (type ? [{ name, type }] : []));
  const env = {
    ...inputEnvironment(
      inputs,
      () => record,
      () => now,
    ),
    now,
  };
  const made = makeDecisions(model, env, wanted);
  const inForce = rulesInForce(rules, now);
  const traces = wanted ? [] : traceRules(inForce, made, record, now);
  return {
    decisions: made.map((one) => {
      const { logic } = one.decision;
      if (logic.kind === 'expression') return one;
      return { ...one, rows: explainRows(logic.table, withVariables(env, one.read)) };
    }),
    rules: inForce.rules.flatMap((about, at) => {
      const trace = traces[at];
      if (!trace) return [];
      const { rule, verdict, reason, read } = trace;
      return [{ rule, verdict, reason, read, about }];
    }),
  };
}

/** Rules see what was decided, too. */
function traceRules(
  rules: RuleSet,
  made: readonly MadeDecision[],
  record: JsonRecord,
  now: number,
): readonly RuleTrace[] {
  const decided = made.map(({ decision, value }) => [decision.name, value] as const);
  const inputs = decided.flatMap(([name, value]) => {
    const type = inputTypeOf(value);
    return type ? [{ name, type }] : [];
  });
  const json = Object.fromEntries(decided.map(([name, value]) => [name, toJson(value)]));
  return compileRules({ ...rules, inputs: [...rules.inputs, ...inputs] }).trace(
    { ...record, ...json },
    now,
  );
}

/** What JSON shows as a text, and is none. */
function inputTypeOf(value: Value): InputType | undefined {
  const type = typeOf(value);
  return type === 'number' || type === 'date' || type === 'datetime' || type === 'duration'
    ? type
    : undefined;
}
