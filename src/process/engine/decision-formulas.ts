import { loadDecisions } from '#rules';
import type { RulesAndDecisions } from '#rules';
import type { Formula } from './definition.ts';

/** Decisions as what business rule tasks run, by their name and by their id. */
export async function decisionFormulas({
  model,
}: Pick<RulesAndDecisions, 'model'>): Promise<ReadonlyMap<string, Formula>> {
  const { inputValue, environment, makeDecisions, toJson, reasonOf, Unknown } =
    await loadDecisions();
  const types = new Map(model.inputs.map(({ name, type }) => [name, type]));
  const formulas = new Map<string, Formula>();
  for (const { name, id } of model.decisions) {
    const formula: Formula = (lookup, now) => {
      const variable = (input: string) => inputValue(lookup(input), types.get(input), input);
      const made = makeDecisions(model, environment({ now, variable }), [name]);
      const value = made.find(({ decision }) => decision.name === name)?.value;
      if (!(value instanceof Unknown)) return { value: value === undefined ? null : toJson(value) };
      // A decision that could not be made is no null: the task is held with the reason.
      return value.code === 'null' ? { value: null } : { value: null, unknown: reasonOf(value) };
    };
    formulas.set(id, formula);
    formulas.set(name, formula);
  }
  return formulas;
}
