import type { DecisionModel } from '../model/decision-model.ts';
import type { RuleTable } from '../table/rule-table.ts';
import { analyseTable } from './analyse-table.ts';
import type { Finding } from './finding.ts';

/** What is wrong with the decision tables of a model, by the name of the decision; see {@link analyseTable}. */
export function analyseModel(model: DecisionModel): ReadonlyMap<string, readonly Finding[]> {
  const types = new Map(model.inputs.map(({ name, type }) => [name, type]));
  return new Map(
    model.decisions.flatMap(({ name, logic }): [string, readonly Finding[]][] => {
      if (logic.kind === 'expression') return [];
      const table: RuleTable = {
        ...logic.table,
        id: name,
        // What an input of the model is, its column is, too.
        inputs: logic.table.inputs.map((input) => {
          const type =
            input.type ?? (input.value.kind === 'variable' && types.get(input.value.name));
          return type ? { ...input, type } : input;
        }),
      };
      return [[name, analyseTable(table)]];
    }),
  );
}
