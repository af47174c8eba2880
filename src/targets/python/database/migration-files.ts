import type { Diagnostic } from '#diagnostics';
import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { targetDiagnostics } from '../../targets.diagnostics.ts';
import { generated } from '../../shared/generated.ts';
import { migrationName } from '../../shared/migrations/migration-name.ts';
import { nextVersion } from '../../shared/migrations/next-version.ts';
import { firstMigration } from './first-migration.ts';
import { headRevisions } from './head-revisions.ts';
import { nextMigration } from './next-migration.ts';

const FILE = /^migrations\/versions\/(\d{4})_\w+\.py$/;
const ANY = /^migrations\/versions\/\w+\.py$/;

/** The revisions that make a database: those of earlier versions stay as they were. */
export function migrationFiles(input: TargetInput): {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { files, next, diagnostics } = nextVersion(input, FILE);
  if (next === 'first') return { files: [...files, firstMigration(input.service)], diagnostics };
  if (next === undefined) return { files, diagnostics };
  const there = [...files, ...(input.previous?.added ?? [])].filter(({ path }) => ANY.test(path));
  const heads = headRevisions(there.map(({ content }) => content));
  const [head] = heads;
  if (head === undefined || heads.length > 1) {
    const several = targetDiagnostics.create('several-heads', { heads: heads.join(', ') });
    return { files, diagnostics: [...diagnostics, several] };
  }
  const path = `migrations/versions/${migrationName(next).replaceAll('-', '_')}.py`;
  return { files: [...files, generated(path, nextMigration(next, head))], diagnostics };
}
