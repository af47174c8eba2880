import { FunctionValue } from '../function-value.ts';
import type { Environment } from '../interpret/environment.ts';
import { coerced } from '../interpret/instance-of.ts';
import { interpret } from '../interpret/interpret.ts';
import { limited } from '../interpret/invoke.ts';
import { evaluateTable } from '../table/evaluate-table.ts';
import type { TableResult } from '../table/evaluate-table.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';
import type { Decision, DecisionModel, DecisionService, ModelInput } from './decision-model.ts';

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
  const maker = new DecisionMaker(model, env);
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
    const called = new DecisionMaker(model, env).service(service);
    return called.call(called.parameters.map((parameter) => env.variable(parameter.name)));
  }
  const made = makeDecisions(model, env, [name]).find(({ decision }) => decision.name === name);
  return made?.value ?? new Unknown('missing', name);
}

class DecisionMaker {
  readonly #model: DecisionModel;
  readonly #env: Environment;
  readonly #names: ReadonlyMap<string, string>;
  readonly #byName: ReadonlyMap<string, Decision>;
  readonly #made = new Map<string, MadeDecision>();
  readonly #making = new Set<string>();

  constructor(model: DecisionModel, env: Environment) {
    this.#model = model;
    this.#env = { ...env, decide: (table, inner) => evaluateTable(table, inner).value };
    const { inputs, decisions, services = [] } = model;
    this.#names = new Map([...inputs, ...decisions, ...services].map(({ id, name }) => [id, name]));
    this.#byName = new Map(decisions.map((decision) => [decision.name, decision]));
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
    this.#making.add(id);
    const visible = new Set(requires.map((required) => this.#names.get(required)));
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
    const { inputs, decisions, services } = this.#model;
    const given = [...service.inputs, ...service.inputDecisions].flatMap((id) => {
      const found = [...decisions, ...inputs].find((one) => one.id === id);
      return found ? [found] : [];
    });
    const parameters = given.map((one) => {
      const type = 'logic' in one ? one.type : one.of;
      return { name: one.name, ...(type !== undefined && { type }) };
    });
    const outputs = decisions.filter(({ id }) => service.outputs.includes(id));
    const model: DecisionModel = {
      ...this.#model,
      inputs: [...inputs, ...service.inputDecisions.flatMap((id) => nameOf(decisions, id))],
      decisions: decisions.filter(({ id }) => !service.inputDecisions.includes(id)),
      ...(services && { services }),
    };
    return new FunctionValue(parameters, (args) => {
      const values = new Map(
        parameters.map(({ name, type }, at) => [
          name,
          asType(args[at] ?? new Unknown('null'), type, name),
        ]),
      );
      const variable = (name: string) => values.get(name) ?? new Unknown('missing', name);
      const maker = new DecisionMaker(model, { ...this.#env, variable });
      return limited(this.#env, () => {
        const [first, ...rest] = outputs;
        if (first && rest.length === 0) return maker.make(first);
        return new Map(outputs.map((decision) => [decision.name, maker.make(decision)]));
      });
    });
  }

  #valueOf(name: string): Value {
    const decision = this.#byName.get(name);
    if (decision) return this.make(decision);
    const service = this.#model.services?.find((one) => one.name === name);
    if (service) return this.service(service);
    const input = this.#model.inputs.find((one) => one.name === name);
    return asType(this.#env.variable(name), input?.of, name);
  }
}

function asType(value: Value, type: string | undefined, name: string): Value {
  if (type === undefined) return value;
  return coerced(value, type) ?? new Unknown('type', `${name} is no ${type}`);
}

function nameOf(decisions: readonly Decision[], id: string): readonly ModelInput[] {
  return decisions.flatMap((one) => (one.id === id ? [{ id, name: one.name }] : []));
}
