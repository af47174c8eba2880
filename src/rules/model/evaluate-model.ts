import type { Environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import type { TableResult } from '../table/evaluate-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { Decision, DecisionModel } from './decision-model.ts';

/** Decisions that may wait for each other. */
const MAX_CHAIN = 200;

/** How a decision was made. */
export interface MadeDecision {
  readonly decision: Decision;
  readonly value: Value;
  /** What it read, by name, as it was then: inputs and other decisions. */
  readonly read: ReadonlyMap<string, Value>;
  /** Of a decision table. */
  readonly table?: TableResult;
}

/**
 * Makes decisions of a model, and those that they require before them; `env` knows the inputs. Each decision sees only
 * what it requires, and is made once.
 * @param wanted names; all decisions without it
 * @returns the decisions that were made, in the order in which they were
 */
export function makeDecisions(
  model: DecisionModel,
  env: Environment,
  wanted?: readonly string[],
): readonly MadeDecision[] {
  const names = new Map([...model.inputs, ...model.decisions].map(({ id, name }) => [id, name]));
  const byName = new Map(model.decisions.map((decision) => [decision.name, decision]));
  const made = new Map<string, MadeDecision>();
  const making = new Set<string>();
  const make = (decision: Decision): Value => {
    const { id, name, requires, logic } = decision;
    const known = made.get(id);
    if (known) return known.value;
    if (making.has(id)) return new Unknown('cycle', name);
    if (making.size >= MAX_CHAIN) return new Unknown('limit', 'the chain of decisions');
    making.add(id);
    const visible = new Set(requires.map((required) => names.get(required)));
    const read = new Map<string, Value>();
    const inner: Environment = {
      ...env,
      variable(variable) {
        if (!visible.has(variable)) return new Unknown('missing', variable);
        const before = read.get(variable);
        if (before !== undefined) return before;
        const other = byName.get(variable);
        const value = other ? make(other) : env.variable(variable);
        read.set(variable, value);
        return value;
      },
    };
    const table = logic.kind === 'table' ? evaluateTable(logic.table, inner) : undefined;
    const value =
      table?.value ??
      (logic.kind === 'expression' ? interpret(logic.expression, inner) : undefined);
    making.delete(id);
    const result = value ?? new Unknown('null');
    made.set(id, { decision, value: result, read, ...(table && { table }) });
    return result;
  };
  for (const decision of model.decisions)
    if (!wanted || wanted.includes(decision.name)) make(decision);
  return [...made.values()];
}

/** The values of all decisions of a model, by name; `env` knows the inputs. */
export function evaluateModel(model: DecisionModel, env: Environment): ReadonlyMap<string, Value> {
  const values = new Map(
    makeDecisions(model, env).map(({ decision, value }) => [decision.name, value]),
  );
  return new Map(
    model.decisions.map(({ name }) => [name, values.get(name) ?? new Unknown('missing', name)]),
  );
}
