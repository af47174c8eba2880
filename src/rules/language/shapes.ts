import type { RuleExpression, RuleExpressionKind } from './expression.ts';
import { isFunctionName } from './function-names.ts';
import { parseType } from './types.ts';

/** What a property of a node holds: a form of its own, or a test that its value passes. */
export type PropertyShape =
  | 'expression'
  | 'expressions'
  | 'literals'
  | 'loops'
  | 'entries'
  | 'name'
  | 'text'
  | 'boolean'
  | ((value: unknown) => boolean);

type Of<Kind> = Extract<RuleExpression, { kind: Kind }>;

/** Properties that may be left out end in `?`. */
type Key<Node, Property extends keyof Node & string> = undefined extends Partial<
  Pick<Node, Property>
>[Property]
  ? Property | `${Property}?`
  : Property;

type Shapes = {
  readonly [Kind in RuleExpressionKind]: {
    readonly [
      Property in Exclude<keyof Of<Kind>, 'kind'> & string as Key<Of<Kind>, Property>
    ]?: PropertyShape;
  };
};

const oneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && values.includes(value);

const MAX_PARAMETERS = 100;

const isName = (value: unknown) => typeof value === 'string' && value !== '' && value.length <= 200;
const isType = (value: unknown) =>
  typeof value === 'string' && value.length <= 1000 && parseType(value) !== undefined;
const areNames = (value: unknown) =>
  Array.isArray(value) && value.length <= MAX_PARAMETERS && value.every(isName);
const areParameters = (value: unknown) =>
  Array.isArray(value) &&
  value.length <= MAX_PARAMETERS &&
  value.every((one: unknown) => {
    if (typeof one !== 'object' || one === null) return false;
    const { name, type, ...others } = one as Readonly<Record<string, unknown>>;
    const isTyped = type === undefined || isType(type);
    return isName(name) && isTyped && Object.keys(others).length === 0;
  });

const unary = { value: 'expression' } as const;
const binary = { left: 'expression', right: 'expression' } as const;

/** The closed grammar of the language: the properties of each kind of node and what they hold. */
export const shapes: Shapes = {
  literal: {
    type: oneOf('string', 'integer', 'decimal', 'boolean', 'date', 'datetime', 'duration'),
    value: 'text',
  },
  null: {},
  now: {},
  today: {},
  variable: { name: 'name' },
  field: { field: 'name' },
  previous: { field: 'name' },
  related: { via: 'name', field: 'name' },
  outer: { field: 'name' },
  'has-role': { role: 'name' },
  present: unary,
  length: unary,
  property: { of: 'expression', name: 'name' },
  compare: { operator: oneOf('eq', 'ne', 'lt', 'le', 'gt', 'ge'), ...binary },
  equal: binary,
  arithmetic: { operator: oneOf('add', 'subtract', 'multiply', 'divide'), ...binary },
  in: { value: 'expression', options: 'literals' },
  test: { value: 'expression', tests: 'expressions' },
  matches: { value: 'expression', pattern: 'text' },
  and: { operands: 'expressions' },
  or: { operands: 'expressions' },
  not: { operand: 'expression' },
  implies: { condition: 'expression', consequence: 'expression' },
  if: { condition: 'expression', consequence: 'expression', alternative: 'expression' },
  call: {
    function: (value) => typeof value === 'string' && isFunctionName(value),
    arguments: 'expressions',
  },
  list: { items: 'expressions' },
  context: { entries: 'entries' },
  range: {
    'low?': 'expression',
    'high?': 'expression',
    lowIncluded: 'boolean',
    highIncluded: 'boolean',
  },
  quantified: { quantifier: oneOf('some', 'every'), loops: 'loops', condition: 'expression' },
  for: { loops: 'loops', result: 'expression' },
  filter: { list: 'expression', where: 'expression' },
  'instance-of': { value: 'expression', type: isType },
  function: { parameters: areParameters, body: 'expression' },
  invoke: { of: 'expression', arguments: 'expressions', 'names?': areNames },
  decide: { table: () => false },
  aggregate: {
    function: oneOf('count', 'sum', 'min', 'max', 'average'),
    entity: 'name',
    'via?': 'name',
    'value?': 'expression',
    'where?': 'expression',
  },
};
