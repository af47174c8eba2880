import { FunctionValue } from '../function-value.ts';
import type { Environment } from '../interpret/environment.ts';
import { coerced } from '../interpret/instance-of.ts';
import { interpret } from '../interpret/interpret.ts';
import { limited } from '../interpret/invoke.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import type { TableResult } from '../table/evaluate-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { Decision, DecisionModel, DecisionService } from './decision-model.ts';
import { modelIndex } from './model-index.ts';
import type { ModelIndex } from './model-index.ts';

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
  const maker = new DecisionMaker(modelIndex(model), env);
  for (const decision of model.decisions) {
    if (wanted ? wanted.includes(decision.name) : decision.isKnowledge !== true)
      maker.make(decision);
  }
  return maker.made;
}

/** The values of all decisions of a model, by name; `env` knows the inputs. */
export function evaluateModel(model: DecisionModel, env: Environment): ReadonlyMap<string, Value> {
  const values = new Map(
    makeDecisions(model, env).map(({ decision, value }) => [decision.name, value]),
  );
  return new Map(
    model.decisions
      .filter(({ isKnowledge }) => isKnowledge !== true)
      .map(({ name }) => [name, values.get(name) ?? new Unknown('missing', name)]),
  );
}

/** The value of a decision, or of a service that is given what `env` knows; unknown if the model has none of the name. */
export function evaluateNamed(model: DecisionModel, env: Environment, name: string): Value {
  const service = model.services?.find((one) => one.name === name);
  if (service) {
    const called = new DecisionMaker(modelIndex(model), env).service(service);
    return called.call(called.parameters.map((parameter) => env.variable(parameter.name)));
  }
  const made = makeDecisions(model, env, [name]).find(({ decision }) => decision.name === name);
  return made?.value ?? new Unknown('missing', name);
}

class DecisionMaker {
  readonly #index: ModelIndex;
  readonly #env: Environment;
  /** Ids of the decisions that a call of a service is given and does not make; undefined outside of one. */
  readonly #given: ReadonlySet<string> | undefined;
  readonly #made = new Map<string, MadeDecision>();
  readonly #making = new Set<string>();
  readonly #services = new Map<DecisionService, FunctionValue>();

  constructor(index: ModelIndex, env: Environment, given?: ReadonlySet<string>) {
    this.#index = index;
    this.#env = { ...env, decide: (table, inner) => evaluateTable(table, inner).value };
    this.#given = given;
  }

  get made(): readonly MadeDecision[] {
    return [...this.#made.values()].filter(({ decision }) => decision.isKnowledge !== true);
  }

  make(decision: Decision): Value {
    const { id, name, requires, logic, type } = decision;
    const known = this.#made.get(id);
    if (known) return known.value;
    if (this.#making.has(id)) return new Unknown('cycle', name);
    if (this.#making.size >= MAX_CHAIN) return new Unknown('limit', 'the chain of decisions');
    // Every call of a service makes its decisions again.
    if (this.#given && (this.#env.work.left -= 1) < 0)
      return new Unknown('limit', 'the work of calls');
    this.#making.add(id);
    const visible = new Set(requires.map((required) => this.#index.names.get(required)));
    // Knowledge may call itself.
    if (decision.isKnowledge === true) visible.add(name);
    const read = new Map<string, Value>();
    const inner: Environment = {
      ...this.#env,
      variable: (variable) => {
        if (!visible.has(variable)) return new Unknown('missing', variable);
        const before = read.get(variable);
        if (before !== undefined) return before;
        const value = this.#valueOf(variable);
        read.set(variable, value);
        return value;
      },
    };
    const table = logic.kind === 'table' ? evaluateTable(logic.table, inner) : undefined;
    const value =
      table?.value ??
      (logic.kind === 'expression' ? interpret(logic.expression, inner) : undefined);
    this.#making.delete(id);
    const result = asType(value ?? new Unknown('null'), type, name);
    this.#made.set(id, { decision, value: result, read, ...(table && { table }) });
    return result;
  }

  /** A function of what the service is given; what it decides sees nothing else. */
  service(service: DecisionService): FunctionValue {
    const known = this.#services.get(service);
    if (known) return known;
    const { byId } = this.#index;
    const parameters = [...service.inputs, ...service.inputDecisions].flatMap((id) => {
      const one = byId.get(id);
      if (!one) return [];
      const type = 'logic' in one ? one.type : one.of;
      return [{ name: one.name, ...(type !== undefined && { type }) }];
    });
    const given = new Set([...(this.#given ?? []), ...service.inputDecisions]);
    const outputs = [...new Set(service.outputs)].flatMap((id) => {
      const one = byId.get(id);
      return one && 'logic' in one && !given.has(id) ? [one] : [];
    });
    const made = new FunctionValue(parameters, (args) => {
      const values = new Map(
        parameters.map(({ name, type }, at) => [
          name,
          asType(args[at] ?? new Unknown('null'), type, name),
        ]),
      );
      const variable = (name: string) => values.get(name) ?? new Unknown('missing', name);
      const maker = new DecisionMaker(this.#index, { ...this.#env, variable }, given);
      return limited(this.#env, () => {
        const [first, ...rest] = outputs;
        if (first && rest.length === 0) return maker.make(first);
        return new Map(outputs.map((decision) => [decision.name, maker.make(decision)]));
      });
    });
    this.#services.set(service, made);
    return made;
  }

  #valueOf(name: string): Value {
    const { decisions, services, inputs } = this.#index;
    const decision = decisions.get(name);
    if (decision && this.#given?.has(decision.id) !== true) return this.make(decision);
    const service = decision ? undefined : services.get(name);
    if (service) return this.service(service);
    return asType(this.#env.variable(name), inputs.get(name)?.of, name);
  }
}

function asType(value: Value, type: string | undefined, name: string): Value {
  if (type === undefined) return value;
  return coerced(value, type) ?? new Unknown('type', `${name} is no ${type}`);
}
