import { get, before, constant, compare, sum, yes, unknown } from './vocabulary.ts';
import type { ExpressionVector } from './vocabulary.ts';

/** Comparisons and arithmetic. */
export const comparisonVectors: readonly ExpressionVector[] = [
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
];
