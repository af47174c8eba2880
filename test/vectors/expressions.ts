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

const get = (name: string): Expression => ({ kind: 'field', field: name });
const before = (name: string): Expression => ({ kind: 'previous', field: name });
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
const sum = (left: Expression, operator: Arithmetic, right: Expression): Expression => ({
  kind: 'arithmetic',
  operator,
  left,
  right,
});
const present = (name: string): Expression => ({ kind: 'present', value: get(name) });
const not = (operand: Expression): Expression => ({ kind: 'not', operand });
const all = (...operands: Expression[]): Expression => ({ kind: 'and', operands });
const some = (...operands: Expression[]): Expression => ({ kind: 'or', operands });
const implies = (condition: Expression, consequence: Expression): Expression => ({
  kind: 'implies',
  condition,
  consequence,
});
const days = (amount: number) => constant('duration', `P${amount}D`);
const yes = constant('boolean', 'true');
const unknown = compare(get('count'), 'gt', constant('integer', '0'));

export const expressionVectors: readonly ExpressionVector[] = [
  // comparisons
  {
    name: 'integers',
    expression: compare(get('count'), 'ge', constant('integer', '3')),
    record: { count: 3 },
    expected: true,
  },
  {
    name: 'integers by value, not by text',
    expression: compare(get('count'), 'lt', constant('integer', '10')),
    record: { count: 9 },
    expected: true,
  },
  { name: 'a missing value is unknown', expression: unknown, record: {}, expected: null },
  { name: 'null is missing', expression: unknown, record: { count: null }, expected: null },
  {
    name: 'not equal to a missing value is unknown',
    expression: compare(get('title'), 'ne', constant('string', 'x')),
    record: {},
    expected: null,
  },
  {
    name: 'decimals are exact',
    expression: compare(
      sum(get('price'), 'add', constant('decimal', '0.20')),
      'eq',
      constant('decimal', '0.3'),
    ),
    record: { price: '0.10' },
    expected: true,
  },
  {
    name: 'decimals of different scale',
    expression: compare(get('weight'), 'eq', get('price')),
    record: { weight: '1.5000', price: '1.50' },
    expected: true,
  },
  {
    name: 'decimals beyond doubles',
    expression: compare(get('price'), 'lt', constant('decimal', '9007199254740993.01')),
    record: { price: '9007199254740993.00' },
    expected: true,
  },
  {
    name: 'negative decimals',
    expression: compare(get('price'), 'lt', constant('integer', '0')),
    record: { price: '-0.01' },
    expected: true,
  },
  {
    name: 'a double against a decimal',
    expression: compare(get('ratio'), 'le', constant('decimal', '0.1')),
    record: { ratio: 0.1 },
    expected: true,
  },
  {
    name: 'a double with an exponent',
    expression: compare(get('ratio'), 'gt', constant('integer', '5')),
    record: { ratio: 1e21 },
    expected: true,
  },
  {
    name: 'a small double',
    expression: compare(get('ratio'), 'lt', constant('decimal', '0.000001')),
    record: { ratio: 1e-7 },
    expected: true,
  },
  {
    name: 'texts',
    expression: compare(get('title'), 'eq', constant('string', 'Ünï')),
    record: { title: 'Ünï' },
    expected: true,
  },
  {
    name: 'texts by code point',
    expression: compare(get('title'), 'gt', constant('string', '￿')),
    record: { title: '😀' },
    expected: true,
  },
  {
    name: 'a prefix comes first',
    expression: compare(get('title'), 'lt', constant('string', 'abc')),
    record: { title: 'ab' },
    expected: true,
  },
  {
    name: 'booleans',
    expression: compare(get('active'), 'eq', yes),
    record: { active: false },
    expected: false,
  },
  {
    name: 'references',
    expression: compare(get('owner'), 'eq', before('owner')),
    record: { ownerId: '018f0000-0000-7000-8000-000000000001' },
    previous: { ownerId: '018f0000-0000-7000-8000-000000000001' },
    expected: true,
  },
  {
    name: 'a changed reference',
    expression: compare(get('owner'), 'eq', before('owner')),
    record: { ownerId: '018f0000-0000-7000-8000-000000000001' },
    previous: { ownerId: '018f0000-0000-7000-8000-000000000002' },
    expected: false,
  },
  // arithmetic
  {
    name: 'multiplication',
    expression: compare(
      sum(get('price'), 'multiply', get('count')),
      'le',
      constant('decimal', '100'),
    ),
    record: { price: '33.34', count: 3 },
    expected: false,
  },
  {
    name: 'division',
    expression: compare(
      sum(get('price'), 'divide', constant('integer', '3')),
      'eq',
      constant('decimal', '0.333333333333333333'),
    ),
    record: { price: '1.00' },
    expected: true,
  },
  {
    name: 'division rounds half away from zero',
    expression: compare(
      sum(constant('integer', '-2'), 'divide', constant('integer', '3')),
      'eq',
      constant('decimal', '-0.666666666666666667'),
    ),
    expected: true,
  },
  {
    name: 'division by zero is unknown',
    expression: compare(sum(get('price'), 'divide', get('count')), 'gt', constant('integer', '0')),
    record: { price: '1.00', count: 0 },
    expected: null,
  },
  {
    name: 'subtraction',
    expression: compare(
      sum(get('count'), 'subtract', constant('integer', '5')),
      'eq',
      constant('integer', '-2'),
    ),
    record: { count: 3 },
    expected: true,
  },
  {
    name: 'a calculation with a missing value',
    expression: compare(
      sum(get('count'), 'add', constant('integer', '1')),
      'gt',
      constant('integer', '0'),
    ),
    expected: null,
  },
  // dates
  {
    name: 'dates',
    expression: compare(get('end'), 'ge', get('start')),
    record: { start: '2026-03-01', end: '2026-03-01' },
    expected: true,
  },
  {
    name: 'at most 45 days after: on the day',
    expression: compare(get('end'), 'le', sum(get('start'), 'add', days(45))),
    record: { start: '2026-01-15', end: '2026-03-01' },
    expected: true,
  },
  {
    name: 'at most 45 days after: a day late',
    expression: compare(get('end'), 'le', sum(get('start'), 'add', days(45))),
    record: { start: '2026-01-15', end: '2026-03-02' },
    expected: false,
  },
  {
    name: 'leap day',
    expression: compare(sum(get('start'), 'add', days(1)), 'eq', constant('date', '2028-02-29')),
    record: { start: '2028-02-28' },
    expected: true,
  },
  {
    name: 'a month after 31 January',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P1M')),
      'eq',
      constant('date', '2026-02-28'),
    ),
    record: { start: '2026-01-31' },
    expected: true,
  },
  {
    name: 'a month before 31 March',
    expression: compare(
      sum(get('start'), 'subtract', constant('duration', 'P1M')),
      'eq',
      constant('date', '2026-02-28'),
    ),
    record: { start: '2026-03-31' },
    expected: true,
  },
  {
    name: 'a year after a leap day',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P1Y')),
      'eq',
      constant('date', '2029-02-28'),
    ),
    record: { start: '2028-02-29' },
    expected: true,
  },
  {
    name: 'two weeks',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'P2W')),
      'eq',
      constant('date', '2026-01-15'),
    ),
    record: { start: '2026-01-01' },
    expected: true,
  },
  {
    name: 'times',
    expression: compare(get('read-at'), 'gt', get('sent-at')),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-01T10:00:00.001Z' },
    expected: true,
  },
  {
    name: 'at least 24 hours before',
    expression: compare(
      get('sent-at'),
      'le',
      sum(get('read-at'), 'subtract', constant('duration', 'PT24H')),
    ),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-02T09:59:59.999Z' },
    expected: false,
  },
  {
    name: 'a date against a time is its first moment',
    expression: compare(get('start'), 'le', get('sent-at')),
    record: { start: '2026-03-01', sentAt: '2026-03-01T00:00:00.000Z' },
    expected: true,
  },
  {
    name: 'a date plus hours is a time',
    expression: compare(
      sum(get('start'), 'add', constant('duration', 'PT6H')),
      'eq',
      get('sent-at'),
    ),
    record: { start: '2026-03-01', sentAt: '2026-03-01T06:00:00.000Z' },
    expected: true,
  },
  {
    name: 'the difference of dates',
    expression: compare(sum(get('end'), 'subtract', get('start')), 'le', days(7)),
    record: { start: '2026-03-01', end: '2026-03-09' },
    expected: false,
  },
  {
    name: 'the difference of times',
    expression: compare(
      sum(get('read-at'), 'subtract', get('sent-at')),
      'ge',
      constant('duration', 'PT30M'),
    ),
    record: { sentAt: '2026-03-01T10:00:00.000Z', readAt: '2026-03-01T10:30:00.000Z' },
    expected: true,
  },
  {
    name: 'today is the date in UTC',
    expression: compare(get('start'), 'eq', { kind: 'today' }),
    record: { start: '2026-03-31' },
    expected: true,
  },
  {
    name: 'not in the past',
    expression: compare(get('start'), 'ge', { kind: 'today' }),
    record: { start: '2026-03-30' },
    expected: false,
  },
  {
    name: 'now',
    expression: compare(get('sent-at'), 'lt', { kind: 'now' }),
    record: { sentAt: '2026-03-31T22:29:59.999Z' },
    expected: true,
  },
  {
    name: 'now plus a day',
    expression: compare(get('sent-at'), 'gt', sum({ kind: 'now' }, 'add', days(1))),
    record: { sentAt: '2026-04-01T22:30:00.000Z' },
    expected: false,
  },
  // membership, texts, lists
  {
    name: 'in',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    record: { status: 'open' },
    expected: true,
  },
  {
    name: 'not in',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    record: { status: 'closed' },
    expected: false,
  },
  {
    name: 'in, missing',
    expression: { kind: 'in', value: get('status'), options: [constant('string', 'open')] },
    expected: null,
  },
  {
    name: 'in numbers',
    expression: {
      kind: 'in',
      value: get('count'),
      options: [constant('integer', '1'), constant('integer', '2')],
    },
    record: { count: 2 },
    expected: true,
  },
  {
    name: 'matches as a whole',
    expression: { kind: 'matches', value: get('title'), pattern: 'a|b' },
    record: { title: 'ab' },
    expected: false,
  },
  {
    name: 'matches',
    expression: { kind: 'matches', value: get('title'), pattern: '[A-Z]{2}[0-9]+' },
    record: { title: 'AB12' },
    expected: true,
  },
  {
    name: 'matches, missing',
    expression: { kind: 'matches', value: get('title'), pattern: '.' },
    expected: null,
  },
  {
    name: 'the length of a text in code points',
    expression: compare({ kind: 'length', value: get('title') }, 'eq', constant('integer', '2')),
    record: { title: '😀é' },
    expected: true,
  },
  {
    name: 'the length of a list',
    expression: compare({ kind: 'length', value: get('tags') }, 'ge', constant('integer', '1')),
    record: { tags: [] },
    expected: false,
  },
  {
    name: 'the length of nothing',
    expression: compare({ kind: 'length', value: get('title') }, 'ge', constant('integer', '0')),
    expected: null,
  },
  {
    name: 'equal lists',
    expression: compare(get('tags'), 'eq', before('tags')),
    record: { tags: ['a', 'b'] },
    previous: { tags: ['a', 'b'] },
    expected: true,
  },
  {
    name: 'lists in another order',
    expression: compare(get('tags'), 'eq', before('tags')),
    record: { tags: ['a', 'b'] },
    previous: { tags: ['b', 'a'] },
    expected: false,
  },
  // presence, previous, roles
  { name: 'present', expression: present('title'), record: { title: '' }, expected: true },
  { name: 'absent', expression: present('title'), record: { title: null }, expected: false },
  {
    name: 'previous on create is missing',
    expression: { kind: 'present', value: before('title') },
    record: { title: 'x' },
    expected: false,
  },
  {
    name: 'previous',
    expression: compare(get('price'), 'eq', before('price')),
    record: { price: '2.00' },
    previous: { price: '1.00' },
    expected: false,
  },
  {
    name: 'has the role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['clerk', 'manager'],
    expected: true,
  },
  {
    name: 'has not the role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['clerk'],
    expected: false,
  },
  {
    name: 'the owner has every role',
    expression: { kind: 'has-role', role: 'manager' },
    roles: ['owner'],
    expected: true,
  },
  // logic
  {
    name: 'and: false wins over unknown',
    expression: all(unknown, present('title')),
    expected: false,
  },
  {
    name: 'and: unknown wins over true',
    expression: all(unknown, not(present('title'))),
    expected: null,
  },
  { name: 'and of nothing', expression: all(), expected: true },
  {
    name: 'or: true wins over unknown',
    expression: some(unknown, not(present('title'))),
    expected: true,
  },
  {
    name: 'or: unknown wins over false',
    expression: some(unknown, present('title')),
    expected: null,
  },
  { name: 'or of nothing', expression: some(), expected: false },
  { name: 'not unknown', expression: not(unknown), expected: null },
  {
    name: 'implies: the condition fails',
    expression: implies(present('title'), present('start')),
    expected: true,
  },
  {
    name: 'implies: an unknown condition asks for nothing',
    expression: implies(unknown, present('start')),
    expected: true,
  },
  {
    name: 'implies: violated',
    expression: implies(
      compare(get('status'), 'eq', constant('string', 'closed')),
      present('title'),
    ),
    record: { status: 'closed' },
    expected: false,
  },
  {
    name: 'implies: fulfilled',
    expression: implies(
      compare(get('status'), 'eq', constant('string', 'closed')),
      present('title'),
    ),
    record: { status: 'closed', title: 'x' },
    expected: true,
  },
  {
    name: 'implies: an unknown consequence',
    expression: implies(not(present('title')), unknown),
    expected: null,
  },
];
