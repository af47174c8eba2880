import { operandsOf } from '#blueprint';
import type { Expression } from '#blueprint';

/** An expression and all that it is made of, outermost first. */
export function partsOf(expression: Expression): readonly Expression[] {
  return [expression, ...operandsOf(expression).flatMap(partsOf)];
}

/** The names of the record's fields that the expression reads, as they will be. */
export function fieldsRead(expression: Expression): ReadonlySet<string> {
  const names = partsOf(expression).map((part) => (part.kind === 'field' ? part.field : ''));
  return new Set(names.filter((name) => name !== ''));
}
