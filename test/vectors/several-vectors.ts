import { buildEntity, buildField, referenceTo } from '#blueprint';
import type { Comparison, Entity, Expression, Literal, Rule } from '#blueprint';

/** One expression over an order and the records around it, with the answer of every implementation. */
export interface SeveralVector {
  readonly name: string;
  readonly expression: Expression;
  /** The order that the expression is about; its id is `order`. */
  readonly order?: JsonRecord;
  /** The customer that it refers to. */
  readonly customer?: JsonRecord;
  /** Its lines; those with `elsewhere` are of another order. */
  readonly lines?: readonly (JsonRecord & { readonly elsewhere?: true })[];
  /** Other orders. */
  readonly others?: readonly JsonRecord[];
  /** `null` is unknown. */
  readonly expected: boolean | null;
}

type JsonRecord = Readonly<Record<string, unknown>>;

const field = (entity: string, given: Parameters<typeof buildField>[1]) =>
  buildField(entity, given);

const customer = buildEntity({
  name: 'customer',
  plural: 'customers',
  fields: [
    field('customer', { name: 'name', type: { kind: 'string' } }),
    field('customer', { name: 'limit', type: { kind: 'money' } }),
    field('customer', { name: 'until', type: { kind: 'date' } }),
    field('customer', { name: 'blocked', type: { kind: 'boolean' } }),
  ],
});
const order = buildEntity({
  name: 'order',
  plural: 'orders',
  fields: [
    field('order', { name: 'customer', type: referenceTo('customer') }),
    field('order', { name: 'table', type: { kind: 'string' } }),
    field('order', { name: 'from', type: { kind: 'datetime' } }),
    field('order', { name: 'to', type: { kind: 'datetime' } }),
    field('order', { name: 'due', type: { kind: 'date' } }),
    field('order', { name: 'total', type: { kind: 'money' } }),
    field('order', { name: 'most', type: { kind: 'integer' } }),
  ],
});
const line = buildEntity({
  name: 'line',
  plural: 'lines',
  fields: [
    field('line', { name: 'order', type: referenceTo('order'), required: true }),
    field('line', { name: 'kind', type: { kind: 'string' } }),
    field('line', { name: 'quantity', type: { kind: 'integer' } }),
    field('line', { name: 'price', type: { kind: 'money' } }),
    field('line', { name: 'day', type: { kind: 'date' } }),
    field('line', { name: 'done', type: { kind: 'boolean' } }),
  ],
});

/** The entities that the vectors read: customers have orders, orders have lines. */
export const severalEntities: readonly Entity[] = [customer, order, line];

const get = (name: string): Expression => ({ kind: 'field', field: name });
const outer = (name: string): Expression => ({ kind: 'outer', field: name });
const of = (name: string): Expression => ({ kind: 'related', via: 'customer', field: name });
const constant = (type: Literal['type'], value: string): Literal => ({
  kind: 'literal',
  type,
  value,
});
const compare = (left: Expression, operator: Comparison, right: Expression): Expression => ({
  kind: 'compare',
  operator,
  left,
  right,
});
const lines = (
  kind: Extract<Expression, { kind: 'aggregate' }>['function'],
  more: { readonly value?: Expression; readonly where?: Expression } = {},
): Expression => ({ kind: 'aggregate', function: kind, entity: 'line', via: 'order', ...more });
const price: Expression = {
  kind: 'arithmetic',
  operator: 'multiply',
  left: get('quantity'),
  right: get('price'),
};
const overlapping: Expression = {
  kind: 'aggregate',
  function: 'count',
  entity: 'order',
  where: {
    kind: 'and',
    operands: [
      compare(get('table'), 'eq', outer('table')),
      compare(get('from'), 'lt', outer('to')),
      compare(get('to'), 'gt', outer('from')),
    ],
  },
};
const two = constant('integer', '2');

export const severalVectors: readonly SeveralVector[] = [
  // a value of the record that it refers to
  {
    name: "below the customer's limit",
    expression: compare(get('total'), 'le', of('limit')),
    order: { total: '99.90' },
    customer: { limit: '99.9' },
    expected: true,
  },
  {
    name: "above the customer's limit",
    expression: compare(get('total'), 'le', of('limit')),
    order: { total: '100.00' },
    customer: { limit: '99.99' },
    expected: false,
  },
  {
    name: 'a customer without a limit',
    expression: compare(get('total'), 'le', of('limit')),
    order: { total: '100.00' },
    customer: {},
    expected: null,
  },
  {
    name: 'no customer',
    expression: compare(get('total'), 'le', of('limit')),
    order: { total: '100.00' },
    expected: null,
  },
  {
    name: "not later than the customer's date",
    expression: compare(get('due'), 'le', of('until')),
    order: { due: '2026-03-02' },
    customer: { until: '2026-03-01' },
    expected: false,
  },
  {
    name: 'a flag of the customer',
    expression: { kind: 'not', operand: of('blocked') },
    customer: { blocked: true },
    expected: false,
  },
  {
    name: 'something that the customer must have',
    expression: { kind: 'present', value: of('until') },
    customer: {},
    expected: false,
  },
  // how many
  {
    name: 'as many as allowed',
    expression: compare(lines('count'), 'le', two),
    lines: [{}, {}, { elsewhere: true }],
    expected: true,
  },
  {
    name: 'one too many',
    expression: compare(lines('count'), 'le', two),
    lines: [{}, {}, {}],
    expected: false,
  },
  {
    name: 'none where some must be',
    expression: compare(lines('count'), 'ge', two),
    expected: false,
  },
  {
    name: 'as many as a field says',
    expression: compare(lines('count'), 'le', get('most')),
    order: { most: 1 },
    lines: [{}, {}],
    expected: false,
  },
  {
    name: 'only those of a kind',
    expression: compare(
      lines('count', { where: compare(get('kind'), 'eq', constant('string', 'gift')) }),
      'le',
      two,
    ),
    lines: [{ kind: 'gift' }, { kind: 'gift' }, { kind: 'other' }, {}],
    expected: true,
  },
  {
    name: 'only those that are not of a kind; what is missing is neither',
    expression: compare(
      lines('count', { where: compare(get('kind'), 'ne', constant('string', 'gift')) }),
      'eq',
      two,
    ),
    lines: [{ kind: 'gift' }, { kind: 'a' }, { kind: 'b' }, {}],
    expected: true,
  },
  {
    name: 'only those after the day of the order',
    expression: compare(
      lines('count', { where: compare(get('day'), 'gt', outer('due')) }),
      'eq',
      constant('integer', '0'),
    ),
    order: { due: '2026-03-01' },
    lines: [{ day: '2026-03-01' }, { day: '2026-02-28' }, {}],
    expected: true,
  },
  {
    name: 'where the order has no day, none is after it',
    expression: compare(
      lines('count', { where: compare(get('day'), 'gt', outer('due')) }),
      'eq',
      constant('integer', '0'),
    ),
    lines: [{ day: '2026-03-01' }],
    expected: true,
  },
  {
    name: 'a condition that no database knows',
    expression: compare(
      lines('count', {
        where: {
          kind: 'or',
          operands: [get('done'), compare(price, 'gt', constant('decimal', '9.99'))],
        },
      }),
      'eq',
      two,
    ),
    lines: [{ done: true }, { quantity: 2, price: '5.00' }, { quantity: 2, price: '4.99' }, {}],
    expected: true,
  },
  {
    name: 'two limits on one property',
    expression: compare(
      lines('count', {
        where: {
          kind: 'and',
          operands: [
            compare(get('quantity'), 'gt', constant('integer', '1')),
            compare(get('quantity'), 'le', constant('integer', '3')),
          ],
        },
      }),
      'eq',
      two,
    ),
    lines: [{ quantity: 1 }, { quantity: 2 }, { quantity: 3 }, { quantity: 4 }],
    expected: true,
  },
  {
    name: 'how many have a value',
    expression: compare(lines('count', { value: get('kind') }), 'eq', two),
    lines: [{ kind: 'a' }, { kind: 'b' }, {}],
    expected: true,
  },
  // sums and limits
  {
    name: 'a sum is exact',
    expression: compare(lines('sum', { value: get('price') }), 'eq', get('total')),
    order: { total: '0.30' },
    lines: [{ price: '0.10' }, { price: '0.20' }, {}],
    expected: true,
  },
  {
    name: 'the sum of none is 0',
    expression: compare(lines('sum', { value: get('price') }), 'eq', constant('integer', '0')),
    expected: true,
  },
  {
    name: 'a sum of products',
    expression: compare(lines('sum', { value: price }), 'le', get('total')),
    order: { total: '19.99' },
    lines: [{ quantity: 2, price: '5.00' }, { quantity: 1, price: '10.00' }, { quantity: 7 }],
    expected: false,
  },
  {
    name: 'an average',
    expression: compare(
      lines('average', { value: get('quantity') }),
      'eq',
      constant('decimal', '2.5'),
    ),
    lines: [{ quantity: 2 }, { quantity: 3 }, {}],
    expected: true,
  },
  {
    name: 'the average of none is unknown',
    expression: compare(lines('average', { value: get('quantity') }), 'ge', two),
    expected: null,
  },
  {
    name: 'the greatest',
    expression: compare(lines('max', { value: get('price') }), 'le', get('total')),
    order: { total: '9.50' },
    lines: [{ price: '9.49' }, { price: '10.00' }, {}],
    expected: false,
  },
  {
    name: 'the least of none is unknown',
    expression: compare(lines('min', { value: get('price') }), 'le', get('total')),
    order: { total: '1.00' },
    expected: null,
  },
  {
    name: 'the earliest day',
    expression: compare(lines('min', { value: get('day') }), 'ge', get('due')),
    order: { due: '2026-03-02' },
    lines: [{ day: '2026-03-02' }, { day: '2026-03-01' }, {}],
    expected: false,
  },
  {
    name: 'the latest day',
    expression: compare(lines('max', { value: get('day') }), 'le', get('due')),
    order: { due: '2026-03-01' },
    lines: [{ day: '2026-03-02' }, { day: '2026-03-01' }],
    expected: false,
  },
  // others of its kind
  {
    name: 'one table at one time',
    expression: compare(overlapping, 'le', constant('integer', '1')),
    order: { table: '1', from: '2026-03-01T18:00:00.000Z', to: '2026-03-01T20:00:00.000Z' },
    others: [
      { table: '1', from: '2026-03-01T20:00:00.000Z', to: '2026-03-01T21:00:00.000Z' },
      { table: '2', from: '2026-03-01T19:00:00.000Z', to: '2026-03-01T21:00:00.000Z' },
      { table: '1' },
    ],
    expected: true,
  },
  {
    name: 'twice at one time',
    expression: compare(overlapping, 'le', constant('integer', '1')),
    order: { table: '1', from: '2026-03-01T18:00:00.000Z', to: '2026-03-01T20:00:00.000Z' },
    others: [{ table: '1', from: '2026-03-01T19:59:59.999Z', to: '2026-03-01T21:00:00.000Z' }],
    expected: false,
  },
  // together
  {
    name: 'a condition over one record, a demand over several',
    expression: {
      kind: 'implies',
      condition: compare(get('total'), 'gt', constant('integer', '10')),
      consequence: compare(lines('count'), 'ge', two),
    },
    order: { total: '10.01' },
    lines: [{}],
    expected: false,
  },
];

/** A vector as a rule of its orders; `index` makes its id. */
export function ruleOf({ name, expression }: SeveralVector, index: number): Rule {
  return {
    id: `order/rule/v${index}`,
    label: name,
    statement: name,
    message: name,
    origin: 'stated',
    sources: [],
    on: ['create', 'update'],
    expression,
    fields: [],
  };
}
