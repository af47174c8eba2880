import type { Service } from '#blueprint';
import type { Diagnostic, SourceSpan } from '#diagnostics';
import { targetDiagnostics } from '../../targets.diagnostics.ts';
import { columnName, tableName } from '../database/sql-names.ts';
import { isAlteration } from './migration.ts';
import type { Guard, Migration } from './migration.ts';

/** What whoever runs the service has to know before its database is migrated. */
export function migrationDiagnostics(
  service: Service,
  { guards, tables, number }: Migration,
): readonly Diagnostic[] {
  const migration = String(number).padStart(4, '0');
  const kept: string[] = [];
  const dropped: string[] = [];
  for (const change of tables) {
    const { before, after, columns } = change;
    if (before && !after) dropped.push(before.name);
    if (!isAlteration(change)) continue;
    if (change.after.retired !== undefined)
      kept.push(`${change.before.name} (in ${change.after.name})`);
    const used = new Set(columns.map((column) => column.before));
    for (const column of change.before.columns)
      if (!used.has(column)) dropped.push(`${change.after.name}.${column.name}`);
    for (const { before: last, after: next } of columns)
      if (next.retired !== undefined && last?.retired === undefined)
        kept.push(`${change.after.name}.${next.retired} (in ${next.name})`);
  }
  return [
    ...(kept.length > 0
      ? [targetDiagnostics.create('data-kept', { what: kept.join(', '), migration })]
      : []),
    ...(dropped.length > 0
      ? [targetDiagnostics.create('data-dropped', { what: dropped.join(', '), migration })]
      : []),
    ...guards.map((guard) => guardDiagnostic(service, guard, migration)),
  ];
}

function guardDiagnostic(service: Service, guard: Guard, migration: string): Diagnostic {
  return targetDiagnostics.create(
    'records-refused',
    { migration, message: guard.message },
    sourceOf(service, guard),
  );
}

function sourceOf(service: Service, { table, column }: Guard): SourceSpan | undefined {
  const entity = service.entities.find((one) => tableName(one) === table);
  const field = entity?.fields.find((one) => columnName(one) === column);
  return (field ?? entity)?.sources[0];
}
