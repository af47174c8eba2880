import type { FileTree, Pristine, UpdatePlan } from '#files';

/** Where every target keeps the files that make the tables. */
const MIGRATION = /^migrations\/(?:[^/]+\/)?0001[-_]init\.[a-z]+$/;

/** The migrations of the last version that the next one changes, by path; a database has run them already. */
export function changedMigrations(
  base: Pristine | undefined,
  next: FileTree,
  { actions }: UpdatePlan,
): readonly string[] {
  if (base === undefined) return [];
  const before = new Map(base.files.map(({ path, content }) => [path, content]));
  const kept = new Set(actions.flatMap(({ kind, path }) => (kind === 'keep' ? [path] : [])));
  return next
    .filter((file) => {
      const { path } = file;
      if (!MIGRATION.test(path) || kept.has(path)) return false;
      // Contents of other files may be made only when they are asked for.
      const last = before.get(path);
      return last !== undefined && last !== file.content;
    })
    .map(({ path }) => path);
}
