import type { Database } from '../db/database.ts';
import { segment } from '../fields/issues.ts';
import { Problem } from '../http/problem.ts';
import type { Model, Property } from './model.ts';

/** Does a write; constraints that the database finds violated become problems. */
export async function withConflicts<T>(
  database: Database,
  model: Model,
  doing: 'write' | 'delete',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const violation = database.violation(error);
    if (!violation) throw error;
    if (violation.kind === 'unique') {
      throw duplicate(keyOf(model, violation.constraint, violation.columns ?? []));
    }
    if (doing === 'delete') {
      throw new Problem('referenced', 'Other records still refer to this one.');
    }
    // The record that was found a moment ago has been deleted since.
    throw new Problem('validation-failed', 'A record that this one refers to is gone.', {
      errors: missing(model, violation.constraint),
    });
  }
}

function duplicate(key: readonly Property[]): Problem {
  const names = key.map(({ name }) => name).join(', ');
  return new Problem('conflict', `There is a record with this ${names} already.`, {
    errors: key.map(({ name }) => ({
      pointer: segment(name),
      code: 'duplicate',
      message: key.length === 1 ? 'is taken' : `the combination of ${names} is taken`,
    })),
  });
}

function keyOf(
  { keys }: Model,
  constraint: string | undefined,
  columns: readonly string[],
): readonly Property[] {
  if (constraint !== undefined) return keys.get(constraint) ?? [];
  const named = [...keys.values()].find(
    (key) =>
      key.every(({ column }) => columns.includes(column)) && key.length === columns.length - 1,
  );
  return named ?? [];
}

function missing({ references }: Model, constraint: string | undefined) {
  const named = references.filter(({ column }) => constraint?.endsWith(`_${column}_fkey`));
  return (named.length > 0 ? named.slice(0, 1) : references.slice(0, 1)).map(({ name }) => ({
    pointer: segment(name),
    code: 'missing-reference' as const,
    message: 'there is no such record',
  }));
}
