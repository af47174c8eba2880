/** `revision = "0001"`, with or without a type, as Alembic and we write it. */
const REVISION = /^revision(?:\s*:[^=\n]+)?\s*=\s*["']([\w-]{1,64})["']/m;
const DOWN = /^down_revision(?:\s*:[^=\n]+)?\s*=\s*(.{0,400}?)$/m;

/** The revisions that no other one follows: the next one follows them. Users may have added their own. */
export function headRevisions(migrations: readonly string[]): readonly string[] {
  const revisions = new Set<string>();
  const followed = new Set<string>();
  for (const text of migrations) {
    const revision = REVISION.exec(text)?.[1];
    if (revision === undefined) continue;
    revisions.add(revision);
    const down = DOWN.exec(text)?.[1] ?? '';
    for (const [, name = ''] of down.matchAll(/["']([\w-]{1,64})["']/g)) followed.add(name);
  }
  return [...revisions].filter((revision) => !followed.has(revision)).toSorted();
}
