import type { Item } from '../document/document.ts';
import { withoutNumber } from '../words/without-number.ts';
import type { Reading } from './reading.ts';

/** "Order statuses", "Status definitions:", "Task priority levels": points below it are values. */
const title =
  /^(?:(?:possible|allowed|valid|supported|the|all) )?(?:(?<of>\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) )??(?<field>status(?:es)?|states?|stages|priority|priorities|severity|severities)(?: (?:definitions?|values?|options?|codes?|levels?|lists?|meanings?|descriptions?|types?))?$/iu;

/** What the title of a list of values says: a state, and of what. */
export interface StatesTitle {
  readonly of: string | undefined;
  /** In the singular. */
  readonly field: string;
}

/** The title or lead-in of a list of states, where the point stands in one. */
export function statesTitle(
  { lead, section }: Item,
  { document, language }: Reading,
): StatesTitle | undefined {
  if (language !== 'en') return undefined;
  const above = document.blocks[lead]?.text ?? document.sections[section]?.title ?? '';
  const found = title.exec(
    withoutNumber(above.replace(/[\s:：*]+$/u, '')).replace(/\s*\([^()]{1,60}\)$/u, ''),
  )?.groups;
  const field = found?.['field']?.toLowerCase();
  return field === undefined ? undefined : { of: found?.['of'], field: singular(field) };
}

function singular(field: string): string {
  return field
    .replace(/statuses$/u, 'status')
    .replace(/ies$/u, 'y')
    .replace(/(?<!u)s$/u, '');
}
