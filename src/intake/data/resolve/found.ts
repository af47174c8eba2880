import type { Field, OpenQuestion } from '#blueprint';
import type { Diagnostic } from '#diagnostics';

/** What is found while the fields of a record are settled. */
export interface Found {
  readonly questions: OpenQuestion[];
  readonly diagnostics: Diagnostic[];
}

/** What is asked where something that limits the values of a field had to be left out. */
export function whichValues(
  { id, label, sources }: Pick<Field, 'id' | 'label' | 'sources'>,
  leftOut: 'pattern' | 'limits',
  reason: string,
): OpenQuestion {
  return {
    id: `question/${id.replaceAll('/', '-')}-${leftOut}`,
    label: `Which values may ${label} have?`,
    reason,
    origin: 'inferred',
    note: leftOut === 'pattern' ? 'The pattern is left out.' : 'The limits are left out.',
    sources,
  };
}
