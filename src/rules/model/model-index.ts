import type { Decision, DecisionModel, DecisionService, ModelInput } from './decision-model.ts';

/** The parts of a model by what others call them, made once: a model may have very many. */
export interface ModelIndex {
  /** Names of all parts, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, Decision | ModelInput>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly services: ReadonlyMap<string, DecisionService>;
  readonly inputs: ReadonlyMap<string, ModelInput>;
}

/** The index of a model. */
export function modelIndex({ inputs, decisions, services = [] }: DecisionModel): ModelIndex {
  return {
    names: new Map([...inputs, ...decisions, ...services].map(({ id, name }) => [id, name])),
    byId: new Map([...inputs, ...decisions].map((one) => [one.id, one])),
    decisions: byName(decisions),
    services: byName(services),
    inputs: byName(inputs),
  };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((one) => [one.name, one]));
}
