import { call, list, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { ForeignKey, Index } from './constraints.ts';

/** `sa.ForeignKeyConstraint(…)` */
export function foreignKeyCode({ name, columns, target }: ForeignKey): Code {
  const remote = ['_tenant', 'id'].map((column) => literal(`${target}.${column}`));
  return call('sa.ForeignKeyConstraint', [list(columns.map(literal)), list(remote)], {
    name: literal(name),
    deferrable: 'True',
  });
}

/** `sa.Index(…)` */
export function indexCode({ name, columns, unique }: Index): Code {
  return call('sa.Index', [literal(name), ...columns.map(columnCode)], {
    unique: unique ? 'True' : undefined,
  });
}

/** A column of an index, or an expression over one. */
export function columnCode(column: Index['columns'][number]): Code {
  return typeof column === 'string' ? literal(column) : call('sa.text', [literal(column.sql)]);
}
