import type { Literal } from '#blueprint';
import type { RuleExpression } from '../language/expression.ts';
import type { InputDeclaration } from '../rule-set/rule-set.ts';
import type { Random } from './random.ts';

type Sort = 'truth' | 'number' | 'text' | 'time' | 'duration' | 'list';

/** The inputs that random expressions read; those not listed here are as JSON shows them. */
export const randomInputs: readonly InputDeclaration[] = [
  { name: 'day', type: 'date' },
  { name: 'sent', type: 'datetime' },
  { name: 'span', type: 'duration' },
  { name: 'price', type: 'number' },
];

const names: Readonly<Record<Sort, readonly string[]>> = {
  truth: ['active', 'paid'],
  number: ['count', 'ratio', 'price'],
  text: ['name', 'status'],
  time: ['day', 'sent'],
  duration: ['span'],
  list: ['tags', 'numbers'],
};

const values: Readonly<Record<string, readonly unknown[]>> = {
  active: [true, false],
  paid: [true, false],
  count: [-1, 0, 1, 2, 3, 9_007_199_254_740_991],
  ratio: [0.1, 0.3, 1.5, -2.5, 1e21, 5e-7, Number.NaN],
  price: ['0.10', '12.5', 3, '9007199254740993.01', 'x'],
  name: ['', 'a', 'ab', 'Ünï', '😀'],
  status: ['open', 'closed', 'a'],
  day: ['2026-01-31', '2024-02-29', '2026-13-01', 'never'],
  sent: ['2026-01-31T10:00:00Z', '2026-01-31T10:00:00+02:00', '2026-01-31'],
  span: ['P1M', 'P30D', 'PT2H', '-P1D'],
  tags: [[], ['a'], ['a', 'open', null]],
  numbers: [[], [1, 2, 3], [0.5, -1]],
};
const anything: readonly unknown[] = [null, 1, 'a', true, [1], { a: 1 }, -0];

/** A record for random expressions: values of the right type mostly, wrong ones and none at times. */
export function randomInput(random: Random): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(values)) {
    if (random.chance(15)) continue;
    record[name] = random.chance(10) ? random.pick(anything) : random.pick(usual);
  }
  if (random.chance(80)) {
    record['order'] = random.chance(80) ? { total: random.below(4) } : random.pick(anything);
  }
  return record;
}

const literals: Readonly<Record<Exclude<Sort, 'list'>, readonly Literal[]>> = {
  truth: [literal('boolean', 'true'), literal('boolean', 'false')],
  number: [
    ...['0', '1', '2', '3', '-1', '9007199254740993'].map((value) => literal('integer', value)),
    ...['0.1', '0.3', '1.5', '-2.5'].map((value) => literal('decimal', value)),
  ],
  text: ['', 'a', 'ab', 'open', 'closed', '😀'].map((value) => literal('string', value)),
  time: [
    literal('date', '2026-01-31'),
    literal('date', '2024-02-29'),
    literal('datetime', '2026-01-31T10:00:00Z'),
  ],
  duration: ['P1M', 'P30D', 'PT2H'].map((value) => literal('duration', value)),
};

/** A random condition over every kind of node that has no use for a record of the blueprint. */
export function randomCondition(random: Random, depth = 4): RuleExpression {
  return expression(random, 'truth', depth);
}

function expression(random: Random, wanted: Sort, depth: number): RuleExpression {
  // At times something of another type: what does not fit is unknown, everywhere.
  const sort = random.chance(4) ? random.pick(Object.keys(names) as Sort[]) : wanted;
  if (depth <= 0 || random.chance(15)) return leaf(random, sort);
  if (random.chance(6)) {
    const [consequence, alternative] = pair(random, sort, depth);
    return {
      kind: 'if',
      condition: expression(random, 'truth', depth - 1),
      consequence,
      alternative,
    };
  }
  return sort === 'truth' ? truth(random, depth) : term(random, sort, depth);
}

function leaf(random: Random, sort: Sort): RuleExpression {
  if (random.chance(3)) return { kind: 'null' };
  if (sort === 'time' && random.chance(10)) return { kind: random.pick(['now', 'today'] as const) };
  if (sort === 'number' && random.chance(15)) {
    return { kind: 'property', of: { kind: 'variable', name: 'order' }, name: 'total' };
  }
  if (random.chance(60)) return { kind: 'variable', name: random.pick(names[sort]) };
  if (sort !== 'list') return random.pick(literals[sort]);
  const of = random.pick(['number', 'text'] as const);
  return { kind: 'list', items: [leaf(random, of), random.pick(literals[of])] };
}

function truth(random: Random, depth: number): RuleExpression {
  const sort = random.pick(['number', 'text', 'time', 'duration', 'truth'] as const);
  const of = (wanted: Sort) => expression(random, wanted, depth - 1);
  switch (random.below(14)) {
    case 0:
    case 1:
      return {
        kind: 'and',
        operands: [of('truth'), of('truth'), of('truth')].slice(random.below(2)),
      };
    case 2:
    case 3:
      return {
        kind: 'or',
        operands: [of('truth'), of('truth'), of('truth')].slice(random.below(2)),
      };
    case 4:
      return { kind: 'not', operand: of('truth') };
    case 5:
      return { kind: 'implies', condition: of('truth'), consequence: of('truth') };
    case 6:
    case 7: {
      const operator = random.pick(['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const);
      const [left, right] = pair(random, sort, depth);
      return { kind: 'compare', operator, left, right };
    }
    case 8: {
      const [left, right] = pair(random, sort, depth);
      return { kind: 'equal', left, right };
    }
    case 9:
      return { kind: 'present', value: of(random.pick(Object.keys(names) as Sort[])) };
    case 10: {
      const options = Array.from({ length: 1 + random.below(7) }, () =>
        random.pick(literals[sort]),
      );
      return { kind: 'in', value: of(sort), options };
    }
    case 11:
      return { kind: 'test', value: of(sort), tests: tests(random, sort) };
    case 12: {
      const variable = random.pick(['x', 'count']);
      const loops = [{ variable, list: of('list') }];
      const quantifier = random.pick(['some', 'every'] as const);
      return { kind: 'quantified', quantifier, loops, condition: of('truth') };
    }
    default:
      return otherTruth(random, depth);
  }
}

function otherTruth(random: Random, depth: number): RuleExpression {
  const of = (wanted: Sort) => expression(random, wanted, depth - 1);
  switch (random.below(4)) {
    case 0:
      return {
        kind: 'matches',
        value: of('text'),
        pattern: random.pick(['a+', '[a-c]*', '.', '']),
      };
    case 1:
      return {
        kind: 'instance-of',
        value: of('number'),
        type: random.pick(['number', 'string', 'Any']),
      };
    case 2: {
      const name = random.pick(['contains', 'starts with', 'ends with', 'matches'] as const);
      return { kind: 'call', function: name, arguments: pair(random, 'text', depth) };
    }
    default: {
      const args = [of('list'), of(random.pick(['text', 'number'] as const))];
      return { kind: 'call', function: 'list contains', arguments: args };
    }
  }
}

function tests(random: Random, sort: Exclude<Sort, 'list'>): RuleExpression[] {
  return Array.from({ length: 1 + random.below(6) }, (): RuleExpression => {
    const [low, high] = [random.pick(literals[sort]), random.pick(literals[sort])];
    const [lowIncluded, highIncluded] = [random.chance(50), random.chance(50)];
    switch (random.below(6)) {
      case 0:
        return { kind: 'range', low, high, lowIncluded, highIncluded };
      case 1:
        return { kind: 'range', low, lowIncluded, highIncluded: false };
      case 2:
        return { kind: 'range', high, lowIncluded: false, highIncluded };
      case 4:
        return random.chance(50) ? { kind: 'list', items: [low, high] } : high;
      case 3:
        return random.chance(20)
          ? { kind: 'compare', operator: 'ge', left: { kind: 'variable', name: '?' }, right: low }
          : low;
      default:
        return random.chance(10) ? leaf(random, sort) : high;
    }
  });
}

function term(random: Random, sort: Exclude<Sort, 'truth'>, depth: number): RuleExpression {
  const of = (wanted: Sort) => expression(random, wanted, depth - 1);
  switch (sort) {
    case 'number':
      if (random.chance(30)) return { kind: 'length', value: of(random.pick(['text', 'list'])) };
      if (random.chance(30)) return numberCall(random, depth);
      return {
        kind: 'arithmetic',
        operator: random.pick(['add', 'subtract', 'multiply', 'divide'] as const),
        left: of('number'),
        right: of('number'),
      };
    case 'text':
      return {
        kind: 'call',
        function: random.pick(['upper case', 'string']),
        arguments: [of('text')],
      };
    case 'time':
    case 'duration':
      return {
        kind: 'arithmetic',
        operator: random.pick(['add', 'subtract'] as const),
        left: of(sort),
        right: of('duration'),
      };
    case 'list':
      if (random.chance(50)) return { kind: 'filter', list: of('list'), where: of('truth') };
      return { kind: 'for', loops: [{ variable: 'x', list: of('list') }], result: of('number') };
  }
}

function numberCall(random: Random, depth: number): RuleExpression {
  const of = (wanted: Sort) => expression(random, wanted, depth - 1);
  const name = random.pick(['sum', 'max', 'abs', 'floor', 'negate', 'modulo', 'power'] as const);
  switch (name) {
    case 'sum':
    case 'max':
      return { kind: 'call', function: name, arguments: [of('list')] };
    case 'modulo':
    case 'power':
      return { kind: 'call', function: name, arguments: pair(random, 'number', depth) };
    default:
      return { kind: 'call', function: name, arguments: [of('number')] };
  }
}

function pair(random: Random, sort: Sort, depth: number): [RuleExpression, RuleExpression] {
  return [expression(random, sort, depth - 1), expression(random, sort, depth - 1)];
}

function literal(type: Literal['type'], value: string): Literal {
  return { kind: 'literal', type, value };
}
