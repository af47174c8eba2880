import type { Literal } from '#blueprint';
import type { RuleExpression } from '../language/expression.ts';
import { arity, isFunctionName, parameterPlace } from '../language/function-names.ts';
import type { FunctionName } from '../language/function-names.ts';
import { temporalLiteral } from './literals.ts';

/** The arguments of a call, in order or by name. */
export interface Arguments {
  readonly positional: readonly RuleExpression[];
  readonly named: ReadonlyMap<string, RuleExpression>;
}

/** The expression that a call stands for, or what is wrong with it. */
export function callOf(name: string, args: Arguments): RuleExpression | string {
  const form = forms[name];
  if (form) return form(args) ?? `'${name}' does not take these arguments`;
  if (!isFunctionName(name)) return `there is no function '${name}'`;
  const given = args.named.size === 0 ? args.positional : inOrder(name, args.named);
  if (typeof given === 'string') return given;
  const [fewest, most] = arity(name);
  if (given.length < fewest || given.length > most) {
    return `'${name}' takes ${fewest === most ? fewest : `${fewest} to ${most}`} arguments`;
  }
  return { kind: 'call', function: name, arguments: given };
}

type Form = (args: Arguments) => RuleExpression | undefined;

/** What looks like a call and is a node of its own. */
const forms: Readonly<Record<string, Form | undefined>> = {
  __proto__: null as never,
  now: ({ positional }) => (positional.length === 0 ? { kind: 'now' } : undefined),
  today: ({ positional }) => (positional.length === 0 ? { kind: 'today' } : undefined),
  not: unary((operand) => ({ kind: 'not', operand })),
  date: constantOr('date'),
  'date and time': constantOr('datetime'),
  duration: constantOr('duration'),
  // Ours: what the blueprint has and FEEL has not.
  length: unary((value) => ({ kind: 'length', value })),
  same: binary((left, right) => ({ kind: 'compare', operator: 'eq', left, right })),
  differs: binary((left, right) => ({ kind: 'compare', operator: 'ne', left, right })),
  implies: binary((condition, consequence) => ({ kind: 'implies', condition, consequence })),
  'one of': ({ positional: [value, ...options] }) => {
    const literals = options.filter((option): option is Literal => option.kind === 'literal');
    return value && literals.length === options.length
      ? { kind: 'in', value, options: literals }
      : undefined;
  },
  'has role': ({ positional: [role] }) => {
    const name = textOf(role);
    return name === undefined ? undefined : { kind: 'has-role', role: name };
  },
  'matches whole': ({ positional: [value, pattern] }) => {
    const text = textOf(pattern);
    return value && text !== undefined ? { kind: 'matches', value, pattern: text } : undefined;
  },
  aggregate: ({ named }) => {
    const [by, entity, via] = ['function', 'entity', 'via'].map((name) => textOf(named.get(name)));
    const [value, where] = [named.get('value'), named.get('where')];
    if (entity === undefined || !isAggregate(by)) return undefined;
    return {
      kind: 'aggregate',
      function: by,
      entity,
      ...(via !== undefined && { via }),
      ...(value && { value }),
      ...(where && { where }),
    };
  },
};

function unary(make: (operand: RuleExpression) => RuleExpression): Form {
  return ({ positional: [operand, ...rest] }) =>
    operand && rest.length === 0 ? make(operand) : undefined;
}

function binary(make: (left: RuleExpression, right: RuleExpression) => RuleExpression): Form {
  return ({ positional: [left, right, ...rest] }) =>
    left && right && rest.length === 0 ? make(left, right) : undefined;
}

/** A constant where the text is one of the type, else a call. */
function constantOr(type: Literal['type']): Form {
  const name = type === 'datetime' ? 'date and time' : type === 'date' ? 'date' : 'duration';
  return (args) => {
    const text = textOf(args.positional[0] ?? args.named.get('from'));
    const isAlone = args.positional.length + args.named.size === 1;
    const literal = text === undefined || !isAlone ? undefined : temporalLiteral(text);
    if (literal?.type === type) return literal;
    const given = args.named.size === 0 ? args.positional : inOrder(name, args.named);
    const [fewest, most] = arity(name);
    if (typeof given === 'string' || given.length < fewest || given.length > most) return undefined;
    return { kind: 'call', function: name, arguments: given };
  };
}

function textOf(expression: RuleExpression | undefined): string | undefined {
  return expression?.kind === 'literal' && expression.type === 'string'
    ? expression.value
    : undefined;
}

function isAggregate(
  name: string | undefined,
): name is 'count' | 'sum' | 'min' | 'max' | 'average' {
  return ['count', 'sum', 'min', 'max', 'average'].includes(name ?? '');
}

/** Named arguments as positional ones; what lies before the last and was left out is null. */
function inOrder(
  name: FunctionName,
  named: ReadonlyMap<string, RuleExpression>,
): readonly RuleExpression[] | string {
  const given: RuleExpression[] = [];
  for (const [key, value] of named) {
    const place = parameterPlace(name, key);
    if (place === -1) return `'${name}' has no parameter '${key}'`;
    given[place] = value;
  }
  return Array.from(given, (value?: RuleExpression) => value ?? { kind: 'null' as const });
}
