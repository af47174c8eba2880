import type { Expression } from '#blueprint';
import { calculate } from '../calculate.ts';
import { compareValues } from '../compare.ts';
import { Unknown } from '../unknown.ts';
import type { Value } from '../value.ts';

type Aggregate = Extract<Expression, { kind: 'aggregate' }>;

/**
 * What an aggregate makes of the values of its rows: missing values do not count. The sum of nothing is
 * 0; the least, greatest and average of nothing are unknown.
 */
export function aggregateOf(kind: Aggregate['function'], values: readonly Value[]): Value {
  const known = values.filter((value) => !(value instanceof Unknown));
  switch (kind) {
    case 'count':
      return known.length;
    case 'sum':
      return known.reduce((sum, value) => calculate('add', sum, value), 0);
    case 'average':
      return known.length === 0
        ? new Unknown('missing', 'the average of nothing')
        : calculate('divide', aggregateOf('sum', known), known.length);
    case 'min':
    case 'max':
      return extreme(kind === 'min' ? 'lt' : 'gt', known);
  }
}

function extreme(is: 'lt' | 'gt', values: readonly Value[]): Value {
  const [first, ...others] = values;
  if (first === undefined) return new Unknown('missing', 'the limit of nothing');
  return others.reduce(
    (best, value) => (compareValues(is, value, best) === true ? value : best),
    first,
  );
}
