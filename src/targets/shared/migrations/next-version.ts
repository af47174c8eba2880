import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { targetDiagnostics } from '../../targets.diagnostics.ts';
import { generated } from '../generated.ts';
import { migrationDiagnostics } from './migration-diagnostics.ts';
import type { Migration } from './migration.ts';
import { planMigration } from './plan-migration.ts';
import { readSchema } from './read-schema.ts';
import { schemaOf } from './schema-of.ts';
import { SCHEMA_PATH, schemaText } from './schema-text.ts';

/** What the migrations of a version of a service are. */
export interface NextVersion {
  /** The migrations of earlier versions as they were published, and the schema that all of them lead to. */
  readonly files: readonly GeneratedFile[];
  /** What comes after them. `first`: the tables are still to be made; undefined: nothing does. */
  readonly next: 'first' | Migration | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Works out which migrations a version keeps and which it adds.
 *
 * The schema that the published migrations lead to is kept beside the service (`SCHEMA_PATH`): what is to be
 * migrated is the difference to that, and not between two blueprints, so that a generator that has learned
 * to make better tables migrates the old ones as well.
 * @param file matches the path of a migration; its first group is the number
 */
export function nextVersion(input: TargetInput, file: RegExp): NextVersion {
  const { service, previous, dropData = false } = input;
  const wanted = schemaOf(service);
  const published = previous?.files.filter(({ path }) => file.test(path)) ?? [];
  if (!previous || published.length === 0)
    return { files: [generated(SCHEMA_PATH, schemaText(wanted))], next: 'first', diagnostics: [] };
  const kept = published.map(({ path, content }) => generated(path, content));
  const before = readSchema(previous.files.find(({ path }) => path === SCHEMA_PATH)?.content ?? '');
  if (!before) {
    const diagnostic = targetDiagnostics.create('tables-unknown', { path: SCHEMA_PATH });
    return { files: kept, next: undefined, diagnostics: [diagnostic] };
  }
  const numbers = [...published, ...previous.added].map(({ path }) =>
    Number(file.exec(path)?.[1] ?? 0),
  );
  const number = Math.max(...numbers) + 1;
  const { schema, migration } = planMigration({ before, wanted, number, dropData });
  return {
    files: [...kept, generated(SCHEMA_PATH, schemaText(schema))],
    next: migration,
    diagnostics: [
      ...(before.access === wanted.access
        ? []
        : [targetDiagnostics.create('other-owners', { access: wanted.access })]),
      ...(migration ? migrationDiagnostics(service, migration) : []),
    ],
  };
}
