import { sentenceCase } from '#blueprint';
import type { Expression } from '#blueprint';

const comparisons = { eq: 'is', ne: 'is not', lt: '<', le: '≤', gt: '>', ge: '≥' } as const;
const arithmetic = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const;

/** An expression as a person reads it: `due date ≤ start date + 45 days`. */
export function describe(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'duration'
        ? duration(expression.value)
        : expression.type === 'string'
          ? `“${expression.value}”`
          : expression.value;
    case 'now':
    case 'today':
      return expression.kind;
    case 'field':
      return words(expression.field);
    case 'previous':
      return `previous ${words(expression.field)}`;
    case 'related':
      return `${words(expression.via)}’s ${words(expression.field)}`;
    case 'outer':
      return `this record’s ${words(expression.field)}`;
    case 'has-role':
      return `the caller is ${words(expression.role)}`;
    case 'present':
      return `${describe(expression.value)} is given`;
    case 'length':
      return `length of ${describe(expression.value)}`;
    case 'compare':
      return `${operand(expression.left)} ${comparisons[expression.operator]} ${operand(expression.right)}`;
    case 'arithmetic':
      return `${operand(expression.left)} ${arithmetic[expression.operator]} ${operand(expression.right)}`;
    case 'in':
      return `${operand(expression.value)} is one of ${expression.options.map(describe).join(', ')}`;
    case 'matches':
      return `${operand(expression.value)} matches ${expression.pattern}`;
    case 'and':
      return expression.operands.map(operand).join(' and ');
    case 'or':
      return expression.operands.map(operand).join(' or ');
    case 'not':
      return expression.operand.kind === 'present'
        ? `${describe(expression.operand.value)} is not given`
        : `not ${operand(expression.operand)}`;
    case 'implies':
      return `if ${describe(expression.condition)} then ${describe(expression.consequence)}`;
    case 'aggregate': {
      const of = expression.value ? ` of ${describe(expression.value)}` : '';
      const where = expression.where ? ` where ${describe(expression.where)}` : '';
      return `${expression.function}${of} over its ${words(expression.entity)} records${where}`;
    }
  }
}

/** Parts that bind less tightly than a comparison go in parentheses. */
function operand(expression: Expression): string {
  const loose = ['and', 'or', 'implies', 'arithmetic', 'aggregate'].includes(expression.kind);
  return loose ? `(${describe(expression)})` : describe(expression);
}

function words(name: string): string {
  return sentenceCase(name).toLowerCase();
}

function duration(text: string): string {
  const units = {
    Y: 'year',
    M: 'month',
    W: 'week',
    D: 'day',
    h: 'hour',
    m: 'minute',
    s: 'second',
  } as const;
  const [date = '', time = ''] = text.replace(/^P/, '').split('T');
  const parts = [...`${date}${time.toLowerCase()}`.matchAll(/(\d+)([YMWDhms])/g)];
  return parts
    .map(
      ([, amount, unit]) =>
        `${amount} ${units[unit as keyof typeof units]}${amount === '1' ? '' : 's'}`,
    )
    .join(' ');
}
