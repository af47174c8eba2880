import type { FileTree, Pristine, UpdatePlan } from '#files';

/** Where every target keeps the files that make the tables. */
const MIGRATION = /^migrations\/(?:[^/]+\/)?0001[-_]init\.[a-z]+$/;

/** The migrations of the last version that the next one changes, by path; a database has run them already. */
export function changedMigrations(
  base: Pristine | undefined,
  next: FileTree,
  { actions }: UpdatePlan,
): readonly string[] {
  const before = new Map(base?.files.map(({ path, content }) => [path, content]));
  const kept = new Set(actions.flatMap(({ kind, path }) => (kind === 'keep' ? [path] : [])));
  return next
    .filter(({ path, content }) => {
      const last = before.get(path);
      return MIGRATION.test(path) && last !== undefined && last !== content && !kept.has(path);
    })
    .map(({ path }) => path);
}
