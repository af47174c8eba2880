import type { ContractComparison } from '#contract';
import type { UpdatePlan } from '#files';
import type { PreviousVersion } from '#targets';

/** What a new version does to the one that is there. */
export interface UpdateSummary {
  /** What it means to those who call the service; absent if the last contract is not known. */
  readonly contract?: ContractComparison;
  /** The migrations that are new. */
  readonly migrations: readonly string[];
  /** Files with your edits and ours both in. */
  readonly merged: readonly string[];
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** How many files are the same as before, bytes and time. */
  readonly kept: number;
}

/** Sums up what a plan does to a service that is there. */
export function updateSummary(
  { actions }: UpdatePlan,
  previous: PreviousVersion,
  contract: ContractComparison | undefined,
): UpdateSummary {
  const paths = (kind: UpdatePlan['actions'][number]['kind']) =>
    actions.filter((action) => action.kind === kind).map(({ path }) => path);
  const known = new Set(previous.files.map(({ path }) => path));
  const written = paths('write');
  return {
    ...(contract && { contract }),
    migrations: written.filter((path) => path.startsWith('migrations/') && !known.has(path)),
    merged: paths('merge'),
    written,
    deleted: paths('delete'),
    kept: paths('keep').length,
  };
}
