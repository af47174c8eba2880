import type { DecisionTable } from '#blueprint';
import type { Random } from './random.ts';

/** The inputs of a random table: each has a type, and values that lie on and beside its limits. */
const columns = {
  amount: {
    limits: ['1', '2', '2.5', '7', '-3'],
    values: [-4, -3, 0, 1, 1.5, 2, 2.5, 3, 7, 8, null],
  },
  level: { limits: ['"low"', '"mid"', '"top"'], values: ['low', 'mid', 'top', 'x', null] },
  active: { limits: ['true', 'false'], values: [true, false] },
} as const;

type Column = keyof typeof columns;

/** A table with random cells: `-`, constants, lists, ranges, comparisons and their negation. */
export function randomTable(
  random: Random,
  hitPolicy: DecisionTable['hitPolicy'],
  rowCount: number,
): DecisionTable {
  const inputs = (Object.keys(columns) as Column[]).slice(0, 1 + random.below(3));
  return {
    id: 'random',
    label: 'random',
    origin: 'stated',
    sources: [],
    name: 'random',
    hitPolicy,
    inputs,
    outputs: ['result'],
    rows: Array.from({ length: rowCount }, () => ({
      inputs: inputs.map((input) => randomCell(random, input)),
      outputs: [String(random.below(3))],
    })),
  };
}

export function randomCell(random: Random, column: Column): string {
  const limit = () => random.pick<string>(columns[column].limits);
  const range = () => `${random.pick(['[', '('])}${limit()}..${limit()}${random.pick([']', ')'])}`;
  switch (random.below(column === 'active' ? 3 : 8)) {
    case 0:
      return '-';
    case 1:
      return limit();
    case 2:
      return `not(${limit()})`;
    case 3:
      return `${limit()}, ${limit()}`;
    case 4:
      return `${random.pick(['<', '<=', '>', '>='])} ${limit()}`;
    case 5:
      return range();
    case 6:
      return `${range()}, ${range()}`;
    default:
      return `not(${limit()}, > ${limit()})`;
  }
}

/** A record for a table: values on the limits of its cells and between them, at times null. */
export function randomRecord(random: Random, table: DecisionTable): Record<string, unknown> {
  return Object.fromEntries(
    table.inputs.map((input) => [input, random.pick<unknown>(columns[input as Column].values)]),
  );
}
