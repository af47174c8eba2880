import { jsonName } from '#blueprint';
import type { Bound, Field } from '#blueprint';
import { printable } from '#diagnostics';
import type { Output } from './output.ts';

/** One field as people read it: `title    string required, at most 80 characters`. */
export function fieldLine(field: Field, style: Output['style']): string {
  const flags = [
    field.required && 'required',
    field.unique && 'unique',
    field.readOnly && 'read-only',
    field.secret && 'secret',
    field.min && `${field.min.exclusive ? '>' : '≥'} ${valueOf(field.min)}`,
    field.max && `${field.max.exclusive ? '<' : '≤'} ${valueOf(field.max)}`,
    field.minLength !== undefined && `at least ${sized(field, field.minLength)}`,
    field.maxLength !== undefined && `at most ${sized(field, field.maxLength)}`,
    field.pattern !== undefined && `like ${printable(field.pattern)}`,
    field.default && `default ${defaultOf(field.default)}`,
    field.origin !== 'stated' && field.origin,
  ].filter(Boolean);
  const details = flags.length > 0 ? style('dim', ` ${flags.join(', ')}`) : '';
  return `${jsonName(field).padEnd(24)} ${typeOf(field.type)}${details}`;
}

function sized({ type }: Field, count: number): string {
  const [one, many] = type.kind === 'list' ? ['entry', 'entries'] : ['character', 'characters'];
  return `${count} ${count === 1 ? one : many}`;
}

function valueOf({ value }: Bound): string {
  return printable(value);
}

function defaultOf(value: NonNullable<Field['default']>): string {
  return printable(value.kind === 'value' ? JSON.stringify(value.value) : value.kind);
}

function typeOf(type: Field['type']): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'money':
      return type.currency === undefined ? 'money' : `money ${type.currency}`;
    case 'enum':
      return type.values.map(({ value }) => printable(value)).join(' | ');
    case 'list':
      return `list of ${typeOf(type.items)}`;
    case 'reference':
      return `→ ${type.cardinality === 'many' ? 'many ' : ''}${type.entity}`;
    default:
      return type.kind;
  }
}
