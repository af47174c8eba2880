import type { Guard } from '../migration.ts';
import type { ColumnType } from '../schema.ts';
import { partText } from './create-table.ts';
import type { Dialect } from './storage.ts';
import { quoted, textLiteral } from './text.ts';

/** The statements that fail with a guard's message if a record is as it says. */
export function guardStatements(guard: Guard, dialect: Dialect): readonly string[] {
  const query = queryOf(guard, dialect);
  if (dialect === 'postgres')
    return [
      `do $$ begin\n  if exists (${query}) then\n    raise exception using message = ${textLiteral(guard.message)};\n  end if;\nend $$;`,
    ];
  // SQLite says which check failed by its name: the only words of ours that it repeats.
  return [
    `create table "_refused" (\n  "why" integer constraint ${quoted(guard.message)} check ("why" is null)\n);`,
    `insert into "_refused" select 1 where exists (${query});`,
    'drop table "_refused";',
  ];
}

function queryOf(guard: Guard, dialect: Dialect): string {
  const from = `select 1 from ${quoted(guard.table)}`;
  switch (guard.kind) {
    case 'any-record':
      return from;
    case 'missing':
      return `${from} where ${quoted(guard.column)} is null`;
    case 'other-value':
      return `${from} where ${quoted(guard.column)} not in (${guard.values.map(textLiteral).join(', ')})`;
    case 'too-large':
      return `${from} where ${misfit(quoted(guard.column), guard.from, guard.to, dialect)}`;
    case 'dangling': {
      const column = `old.${quoted(guard.column)}`;
      const there =
        guard.to === undefined
          ? 'false'
          : `exists (select 1 from ${quoted(guard.to)} as there where there."_tenant" = old."_tenant" and there."id" = ${column})`;
      return `${from} as old where ${column} is not null and not ${there}`;
    }
    case 'duplicate': {
      const parts = guard.index.parts.map(partText);
      const present = parts.slice(1).map((part) => `${part} is not null`);
      return `${from} where ${present.join(' and ')} group by ${parts.join(', ')} having count(*) > 1`;
    }
  }
}

/** Decimals of at most 15 digits are whole numbers of units on SQLite. */
function misfit(column: string, from: ColumnType, to: ColumnType, dialect: Dialect): string {
  if (to.kind !== 'decimal') return 'false';
  const scale = from.kind === 'decimal' ? from.scale : 0;
  const whole = to.precision - to.scale;
  if (dialect === 'postgres') {
    const cut = to.scale < scale ? ` or ${column} <> trunc(${column}::numeric, ${to.scale})` : '';
    return `abs(${column}) >= 1${'0'.repeat(whole)}${cut}`;
  }
  const cut = to.scale < scale ? ` or ${column} % 1${'0'.repeat(scale - to.scale)} <> 0` : '';
  return `abs(${column}) >= 1${'0'.repeat(whole + scale)}${cut}`;
}
