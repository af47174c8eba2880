import type { DmnElement } from 'dmn-moddle';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import type { CellReader } from '../table/cell-reader.ts';
import type { Aggregator, HitPolicy, InputType, RuleTable } from '../table/rule-table.ts';
import { elementsOf, textOf, textOfExpression } from './elements.ts';

/** Reads a decision table; undefined if its rows are uneven or its hit policy is none, which is then said. */
export function readDmnTable(
  id: string,
  logic: DmnElement,
  cells: CellReader,
): RuleTable | undefined {
  const inputs = elementsOf(logic, 'input').map((input) => {
    const [expression] = elementsOf(input, 'inputExpression');
    const [values] = elementsOf(input, 'inputValues');
    const text = textOfExpression(expression);
    const type = expression && typeOfReference(textOf(expression, 'typeRef'));
    const value = cells.expression(text);
    return {
      label: text,
      value,
      ...(type && { type }),
      ...(values && { allowed: cells.condition(textOfExpression(values)) }),
    };
  });
  const outputs = elementsOf(logic, 'output').map((output) => {
    const [values] = elementsOf(output, 'outputValues');
    const [fallback] = elementsOf(output, 'defaultOutputEntry');
    const list = values && cells.expression(`[${textOfExpression(values)}]`);
    return {
      name: textOf(output, 'name'),
      ...(list?.kind === 'list' && { priorities: list.items }),
      ...(fallback && { fallback: cells.expression(textOfExpression(fallback)) }),
    };
  });
  const rows = elementsOf(logic, 'rule').map((rule) => ({
    conditions: elementsOf(rule, 'inputEntry').map((cell) =>
      cells.condition(textOfExpression(cell) || '-'),
    ),
    results: elementsOf(rule, 'outputEntry').map((cell) =>
      cells.expression(textOfExpression(cell) || 'null'),
    ),
  }));
  const uneven = rows.findIndex(
    ({ conditions, results }) =>
      conditions.length !== inputs.length || results.length !== outputs.length,
  );
  if (uneven !== -1) {
    cells.diagnostics.push(rulesDiagnostics.create('uneven-row', { table: id, row: uneven + 1 }));
    return undefined;
  }
  const [policy, aggregation] = [textOf(logic, 'hitPolicy'), textOf(logic, 'aggregation')];
  const hitPolicy = hitPolicies.get(policy || 'UNIQUE');
  const aggregator = aggregators.get(aggregation);
  const what =
    (!hitPolicy && `the hit policy ${policy}`) ||
    (aggregation !== '' && !aggregator && `the aggregation ${aggregation}`) ||
    (aggregator && hitPolicy !== 'collect' && `an aggregation with the hit policy ${policy}`);
  if (!hitPolicy || what) {
    const params = { decision: id, what: what || 'a hit policy' };
    cells.diagnostics.push(rulesDiagnostics.create('dmn-not-supported', params));
    return undefined;
  }
  return {
    id,
    hitPolicy,
    ...(aggregator && { aggregator }),
    inputs,
    outputs,
    rows,
  };
}

/** DMN's names. */
export const hitPolicies: ReadonlyMap<string, HitPolicy> = new Map([
  ['UNIQUE', 'unique'],
  ['ANY', 'any'],
  ['PRIORITY', 'priority'],
  ['FIRST', 'first'],
  ['OUTPUT ORDER', 'output-order'],
  ['RULE ORDER', 'rule-order'],
  ['COLLECT', 'collect'],
]);

const aggregators: ReadonlyMap<string, Aggregator> = new Map([
  ['SUM', 'sum'],
  ['MIN', 'min'],
  ['MAX', 'max'],
  ['COUNT', 'count'],
]);

/** FEEL's names of types; others are defined by the model, and values are taken as they are. */
export const inputTypes: ReadonlyMap<string, InputType> = new Map([
  ['number', 'number'],
  ['string', 'string'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['date and time', 'datetime'],
  ['days and time duration', 'duration'],
  ['years and months duration', 'duration'],
]);

export function typeOfReference(reference: string): InputType | undefined {
  const name = reference.replace(/^feel[:.]/, '');
  return inputTypes.get(name === 'dateTime' ? 'date and time' : name);
}
