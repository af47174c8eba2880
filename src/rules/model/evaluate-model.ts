import type { Environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { Decision, DecisionModel } from './decision-model.ts';

/** Decisions that may wait for each other. */
const MAX_CHAIN = 200;

/**
 * The values of the decisions of a model, by name; `env` knows the inputs. Each decision sees only what it
 * requires, and is made once.
 */
export function evaluateModel(model: DecisionModel, env: Environment): ReadonlyMap<string, Value> {
  const names = new Map([...model.inputs, ...model.decisions].map(({ id, name }) => [id, name]));
  const byName = new Map(model.decisions.map((decision) => [decision.name, decision]));
  const made = new Map<string, Value>();
  const making = new Set<string>();
  const make = (decision: Decision): Value => {
    const { id, name, requires, logic } = decision;
    const known = made.get(id);
    if (known !== undefined) return known;
    if (making.has(id)) return new Unknown('cycle', name);
    if (making.size >= MAX_CHAIN) return new Unknown('limit', 'the chain of decisions');
    making.add(id);
    const visible = new Set(requires.map((required) => names.get(required)));
    const inner: Environment = {
      ...env,
      variable(variable) {
        if (!visible.has(variable)) return new Unknown('missing', variable);
        const other = byName.get(variable);
        return other ? make(other) : env.variable(variable);
      },
    };
    const value =
      logic.kind === 'table'
        ? evaluateTable(logic.table, inner).value
        : interpret(logic.expression, inner);
    making.delete(id);
    made.set(id, value);
    return value;
  };
  return new Map(model.decisions.map((decision) => [decision.name, make(decision)]));
}
