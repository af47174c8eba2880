import type { Literal } from '#blueprint';
import type { Loop, RuleExpression } from '../language/expression.ts';

/** How tightly a form binds; a looser one stands in parentheses. */
const LOOSEST = 0;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const POWER = 6;
const NEGATION = 7;
const POSTFIX = 8;
const PRIMARY = 9;

type Printed = readonly [text: string, level: number];

const comparisons = { lt: '<', le: '<=', gt: '>', ge: '>=' } as const;
const arithmetic = {
  add: ['+', SUM],
  subtract: ['-', SUM],
  multiply: ['*', PRODUCT],
  divide: ['/', PRODUCT],
} as const;

/** FEEL for an expression: reading it again gives the same expression. */
export function printFeel(expression: RuleExpression): string {
  return print(expression)[0];
}

/** FEEL unary tests for a condition on `?` that {@link parseUnaryTests} gave. */
export function printUnaryTests(condition: RuleExpression): string {
  if (condition.kind === 'literal' && condition.value === 'true') return '-';
  if (condition.kind === 'not' && isTested(condition.operand)) {
    return `not(${list(condition.operand.tests)})`;
  }
  return isTested(condition) ? list(condition.tests) : printFeel(condition);
}

function isTested(
  expression: RuleExpression,
): expression is Extract<RuleExpression, { kind: 'test' }> {
  return (
    expression.kind === 'test' &&
    expression.value.kind === 'variable' &&
    expression.value.name === '?'
  );
}

function print(expression: RuleExpression): Printed {
  switch (expression.kind) {
    case 'literal':
      return [literal(expression), PRIMARY];
    case 'null':
      return ['null', PRIMARY];
    case 'now':
    case 'today':
      return [`${expression.kind}()`, PRIMARY];
    case 'variable':
      return [expression.name, PRIMARY];
    case 'field':
      return [`record.${underscored(expression.field)}`, POSTFIX];
    case 'previous':
    case 'outer':
      return [`${expression.kind}.${underscored(expression.field)}`, POSTFIX];
    case 'related':
      return [`record.${underscored(expression.via)}.${underscored(expression.field)}`, POSTFIX];
    case 'property':
      return [`${at(POSTFIX, expression.of)}.${expression.name}`, POSTFIX];
    case 'filter':
      return [`${at(POSTFIX, expression.list)}[${printFeel(expression.where)}]`, POSTFIX];
    case 'instance-of':
      return [`${at(POSTFIX, expression.value)} instance of ${expression.type}`, POSTFIX];
    case 'list':
      return [`[${list(expression.items)}]`, PRIMARY];
    case 'context':
      return [`{${expression.entries.map(entry).join(', ')}}`, PRIMARY];
    case 'range':
      return range(expression);
    case 'and':
    case 'or':
      return chain(expression);
    case 'not':
      return negation(expression.operand);
    case 'present':
      return [`${at(SUM, expression.value)} != null`, COMPARISON];
    case 'equal':
      return equality(expression, '=');
    case 'compare':
      return comparison(expression);
    case 'test':
      return [`${at(SUM, expression.value)} in (${list(expression.tests)})`, COMPARISON];
    case 'arithmetic': {
      const [sign, level] = arithmetic[expression.operator];
      const [left, right] = [at(level, expression.left), at(level + 1, expression.right)];
      return [`${left} ${sign} ${right}`, level];
    }
    case 'if': {
      const { condition, consequence, alternative } = expression;
      const parts = [condition, consequence, alternative].map(printFeel);
      return [`if ${parts[0]} then ${parts[1]} else ${parts[2]}`, LOOSEST];
    }
    case 'for':
      return [`for ${loops(expression.loops)} return ${printFeel(expression.result)}`, LOOSEST];
    case 'quantified': {
      const { quantifier, condition } = expression;
      const text = `${quantifier} ${loops(expression.loops)} satisfies ${printFeel(condition)}`;
      return [text, LOOSEST];
    }
    case 'call':
      return call(expression);
    case 'function': {
      const parameters = expression.parameters.map(({ name, type }) =>
        type === undefined ? name : `${name}: ${type}`,
      );
      return [`function(${parameters.join(', ')}) ${printFeel(expression.body)}`, LOOSEST];
    }
    case 'invoke': {
      const { names } = expression;
      const args = expression.arguments.map((argument, index) =>
        names ? `${names[index] ?? ''}: ${printFeel(argument)}` : printFeel(argument),
      );
      return [`${at(POSTFIX, expression.of)}(${args.join(', ')})`, POSTFIX];
    }
    case 'decide':
      throw new Error('a decision table has no FEEL');
    case 'length':
      return form('length', [expression.value]);
    case 'implies':
      return form('implies', [expression.condition, expression.consequence]);
    case 'in':
      return form('one of', [expression.value, ...expression.options]);
    case 'matches':
      return [
        `matches whole(${printFeel(expression.value)}, ${quoted(expression.pattern)})`,
        PRIMARY,
      ];
    case 'has-role':
      return [`has role(${quoted(expression.role)})`, PRIMARY];
    case 'aggregate':
      return aggregate(expression);
  }
}

/** In parentheses if it binds less tightly than is needed. */
function at(level: number, expression: RuleExpression): string {
  const [text, own] = print(expression);
  return own < level ? `(${text})` : text;
}

function list(expressions: readonly RuleExpression[]): string {
  return expressions.map(printFeel).join(', ');
}

function form(name: string, operands: readonly RuleExpression[]): Printed {
  return [`${name}(${list(operands)})`, PRIMARY];
}

function chain({ kind, operands }: Extract<RuleExpression, { kind: 'and' | 'or' }>): Printed {
  const level = kind === 'and' ? 2 : 1;
  // The neutral value stands in for operands that are not there.
  const neutral = kind === 'and' ? 'true' : 'false';
  const texts = operands.map((operand) => at(level + 1, operand));
  if (texts.length < 2) texts.push(neutral);
  return [texts.join(` ${kind} `), texts.length === 1 ? PRIMARY : level];
}

function negation(operand: RuleExpression): Printed {
  if (operand.kind === 'present') return [`${at(SUM, operand.value)} = null`, COMPARISON];
  return operand.kind === 'equal' ? equality(operand, '!=') : form('not', [operand]);
}

function equality(
  { left, right }: Extract<RuleExpression, { kind: 'equal' }>,
  sign: '=' | '!=',
): Printed {
  // A bare null would ask whether there is a value.
  const other = right.kind === 'null' ? '(null)' : at(SUM, right);
  return [`${at(SUM, left)} ${sign} ${other}`, COMPARISON];
}

function comparison({
  operator,
  left,
  right,
}: Extract<RuleExpression, { kind: 'compare' }>): Printed {
  if (operator === 'eq') return form('same', [left, right]);
  if (operator === 'ne') return form('differs', [left, right]);
  return [`${at(SUM, left)} ${comparisons[operator]} ${at(SUM, right)}`, COMPARISON];
}

function range({
  low,
  high,
  lowIncluded,
  highIncluded,
}: Extract<RuleExpression, { kind: 'range' }>): Printed {
  if (low && high) {
    const [start, end] = [lowIncluded ? '[' : '(', highIncluded ? ']' : ')'];
    return [`${start}${printFeel(low)}..${printFeel(high)}${end}`, PRIMARY];
  }
  if (high) return [`${highIncluded ? '<=' : '<'} ${at(SUM, high)}`, COMPARISON];
  return [`${lowIncluded ? '>=' : '>'} ${low ? at(SUM, low) : 'null'}`, COMPARISON];
}

function call(expression: Extract<RuleExpression, { kind: 'call' }>): Printed {
  const { function: name, arguments: operands } = expression;
  const [first, second] = operands;
  if (name === 'power' && first && second) {
    return [`${at(POWER, first)} ** ${at(NEGATION, second)}`, POWER];
  }
  if (name === 'negate' && first) {
    // A sign before a number would be part of it.
    const operand = first.kind === 'literal' ? `(${printFeel(first)})` : at(NEGATION, first);
    return [`-${operand}`, NEGATION];
  }
  return form(name, operands);
}

function aggregate(expression: Extract<RuleExpression, { kind: 'aggregate' }>): Printed {
  const { function: by, entity, via, value, where } = expression;
  const parts = [
    `function: ${quoted(by)}`,
    `entity: ${quoted(entity)}`,
    via === undefined ? '' : `via: ${quoted(via)}`,
    value ? `value: ${printFeel(value)}` : '',
    where ? `where: ${printFeel(where)}` : '',
  ];
  return [`aggregate(${parts.filter(Boolean).join(', ')})`, PRIMARY];
}

function loops(all: readonly Loop[]): string {
  return all.map(({ variable, list }) => `${variable} in ${printFeel(list)}`).join(', ');
}

function entry({ name, value }: { readonly name: string; readonly value: RuleExpression }): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
  return `${isPlain ? name : quoted(name)}: ${printFeel(value)}`;
}

function literal({ type, value }: Literal): string {
  switch (type) {
    case 'string':
      return quoted(value);
    case 'date':
    case 'duration':
      return `${type}(${quoted(value)})`;
    case 'datetime':
      return `date and time(${quoted(value)})`;
    default:
      return value;
  }
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A name of the blueprint as one FEEL word: it has no underscores of its own. */
function underscored(name: string): string {
  return name.replaceAll('-', '_');
}
