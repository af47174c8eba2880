import type { Expression } from '#blueprint';
import type { Finding } from '../grammar/finding.ts';

const SIGNS = { eq: '=', ne: '≠', lt: '<', le: '≤', gt: '>', ge: '≥' } as const;
const OPERATORS = { add: '+', subtract: '-', multiply: '*', divide: '/' } as const;

/** An expression on one line, for tables of tests. */
export function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return expression.type === 'string' ? `'${expression.value}'` : expression.value;
    case 'now':
    case 'today':
      return expression.kind;
    case 'field':
      return expression.field;
    case 'previous':
      return `old.${expression.field}`;
    case 'related':
      return `${expression.via}.${expression.field}`;
    case 'outer':
      return `this.${expression.field}`;
    case 'has-role':
      return `role(${expression.role})`;
    case 'present':
      return `present(${show(expression.value)})`;
    case 'length':
      return `length(${show(expression.value)})`;
    case 'compare':
      return `${show(expression.left)} ${SIGNS[expression.operator]} ${show(expression.right)}`;
    case 'arithmetic':
      return `${show(expression.left)} ${OPERATORS[expression.operator]} ${show(expression.right)}`;
    case 'in':
      return `${show(expression.value)} in [${expression.options.map(show).join(', ')}]`;
    case 'matches':
      return `${show(expression.value)} ~ ${expression.pattern}`;
    case 'and':
      return `(${expression.operands.map(show).join(' and ')})`;
    case 'or': {
      const kept = keptField(expression);
      if (kept !== undefined) return `kept(${kept})`;
      return `(${expression.operands.map(show).join(' or ')})`;
    }
    case 'not':
      return `not ${show(expression.operand)}`;
    case 'implies':
      return isChange(expression.condition)
        ? `when set: ${show(expression.consequence)}`
        : `${show(expression.condition)} → ${show(expression.consequence)}`;
    case 'aggregate': {
      const what = expression.value ? ` of ${show(expression.value)}` : '';
      const via = expression.via === undefined ? '' : ` via ${expression.via}`;
      const where = expression.where ? ` where ${show(expression.where)}` : '';
      return `${expression.function}(${expression.entity}${via}${what}${where})`;
    }
  }
}

/** `or(f = old.f, both missing)`: the write leaves the field as it is. */
function keptField({
  operands: [first, second],
}: Extract<Expression, { kind: 'or' }>): string | undefined {
  const same =
    first?.kind === 'compare' &&
    first.operator === 'eq' &&
    first.right.kind === 'previous' &&
    second?.kind === 'and';
  return same && first.left.kind === 'field' ? first.left.field : undefined;
}

/** `or(f ≠ old.f, not present(old.f))`: the write sets the field. */
function isChange(expression: Expression): boolean {
  const [first, second] = expression.kind === 'or' ? expression.operands : [];
  return (
    first?.kind === 'compare' &&
    first.operator === 'ne' &&
    first.right.kind === 'previous' &&
    second?.kind === 'not'
  );
}

/** A finding on one line. */
export function showFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'constraint':
      return `${finding.entity}.${finding.field} ${showChange(finding.change)}`;
    case 'rule': {
      const on = finding.on.join('+') === 'create+update' ? '' : `${finding.on.join('+')}: `;
      return `${finding.entity}: ${on}${show(finding.expression)}`;
    }
    case 'key':
      return `${finding.entity} unique(${finding.fields.join(', ')})`;
    case 'on-delete':
      return `${finding.entity}.${finding.field} on delete ${finding.action}`;
    case 'transition': {
      const parts = [
        finding.excludes && `not from ${finding.excludes.join('|')}`,
        finding.from && `from ${finding.from.join('|')}`,
        finding.before !== undefined && `before ${finding.before}`,
        finding.to !== undefined && `to ${finding.to}`,
        finding.roles && `by ${finding.roles.join('|')}`,
        finding.guard && `if ${show(finding.guard)}`,
      ];
      return [`${finding.entity} ${finding.verb ?? '?'}`, ...parts.filter(Boolean)].join(' ');
    }
    case 'final':
      return `${finding.entity} final ${finding.values.join('|')}`;
    case 'initial':
      return `${finding.entity} starts ${finding.value}`;
    case 'permission':
      return `${finding.role} ${finding.how} ${finding.operations.join('+')} ${finding.own ? 'own ' : ''}${finding.entity}`;
  }
}

function showChange(change: Extract<Finding, { kind: 'constraint' }>['change']): string {
  return Object.entries(change)
    .map(([key, value]) => {
      if (value === true) return key;
      if (typeof value === 'object') {
        const sign = key === 'min' ? (value.exclusive ? '>' : '≥') : value.exclusive ? '<' : '≤';
        return `${sign}${value.value}`;
      }
      return `${key} ${String(value)}`;
    })
    .join(' ');
}
