import { operandsOf } from '#blueprint';
import type { Expression } from '#blueprint';

/** An expression and all that it is made of, outermost first. */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...operandsOf(expression).flatMap(partsOf)];
}

/** The names of the record's fields that the expression reads, as they will be. */
export function fieldsRead(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, false, names);
  return names;
}

/** In the rows of an aggregate, fields are theirs, and `outer` ones are those of the record. */
function collect(expression: Expression, isRow: boolean, names: Set<string>): void {
  const { kind } = expression;
  if (kind === 'field' && !isRow) names.add(expression.field);
  if (kind === 'outer' && isRow) names.add(expression.field);
  for (const part of operandsOf(expression)) collect(part, isRow || kind === 'aggregate', names);
}
