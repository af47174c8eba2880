import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { Arithmetic, Comparison, Expression, Literal } from '#blueprint';

/** One expression with what it is evaluated on and the answer that every implementation must give. */
export interface ExpressionVector {
  readonly name: string;
  readonly expression: Expression;
  readonly record?: Readonly<Record<string, unknown>>;
  readonly previous?: Readonly<Record<string, unknown>>;
  readonly roles?: readonly string[];
  /** `null` is unknown. */
  readonly expected: boolean | null;
}

/** Every vector is evaluated at this moment. */
export const vectorNow = '2026-03-31T22:30:00.000Z';

const option = (value: string) => ({ value, label: value });
const field = (given: Parameters<typeof buildField>[1]) => buildField('sample', given);

/** The entity whose fields the vectors read. */
export const vectorEntity = buildEntity({
  name: 'sample',
  plural: 'samples',
  fields: [
    field({ name: 'title', type: { kind: 'string' } }),
    field({ name: 'count', type: { kind: 'integer' } }),
    field({ name: 'ratio', type: { kind: 'number' } }),
    field({ name: 'price', type: { kind: 'money' } }),
    field({ name: 'weight', type: { kind: 'decimal', precision: 12, scale: 4 } }),
    field({ name: 'active', type: { kind: 'boolean' } }),
    field({ name: 'start', type: { kind: 'date' } }),
    field({ name: 'end', type: { kind: 'date' } }),
    field({ name: 'sent-at', type: { kind: 'datetime' } }),
    field({ name: 'read-at', type: { kind: 'datetime' } }),
    field({ name: 'status', type: { kind: 'enum', values: ['open', 'closed'].map(option) } }),
    field({ name: 'tags', type: { kind: 'list', items: { kind: 'string' } } }),
    field({ name: 'owner', type: referenceTo('sample') }),
  ],
});

export const get = (name: string): Expression => ({ kind: 'field', field: name });
export const before = (name: string): Expression => ({ kind: 'previous', field: name });
export const constant = (type: Literal['type'], value: string): Literal => ({
  kind: 'literal',
  type,
  value,
});
export const compare = (left: Expression, operator: Comparison, right: Expression): Expression => ({
  kind: 'compare',
  operator,
  left,
  right,
});
export const sum = (left: Expression, operator: Arithmetic, right: Expression): Expression => ({
  kind: 'arithmetic',
  operator,
  left,
  right,
});
export const present = (name: string): Expression => ({ kind: 'present', value: get(name) });
export const not = (operand: Expression): Expression => ({ kind: 'not', operand });
export const all = (...operands: Expression[]): Expression => ({ kind: 'and', operands });
export const some = (...operands: Expression[]): Expression => ({ kind: 'or', operands });
export const implies = (condition: Expression, consequence: Expression): Expression => ({
  kind: 'implies',
  condition,
  consequence,
});
export const days = (amount: number) => constant('duration', `P${amount}D`);
export const yes = constant('boolean', 'true');
export const unknown = compare(get('count'), 'gt', constant('integer', '0'));
