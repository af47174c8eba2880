import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { headingTitle } from '../document/heading-title.ts';
import { entityName } from './entity-name.ts';
import type { EntityName } from './entity-name.ts';

const verbs = '(?:create|add|new|edit|update|view|manage|record)';
/** "Payment history table", "Create/edit notice modal", "Task list view", "Visit recording flow". */
const view = new RegExp(
  `^(?:${verbs}(?:(?: ?[/&,] ?| (?:and|or) )${verbs})* )?(?<thing>\\p{L}[\\p{L}-]+(?: \\p{L}[\\p{L}-]+)?)(?<of>(?: (?:history|recording|creation|entry|registration|submission))? (?:table|grid|list(?:ing)?|form|modal|dialog|popup|flow)(?: (?:view|page|screen|columns|fields))?)$`,
  'iu',
);

/**
 * What a table, list or form on a screen shows or asks for, by its title.
 * @returns undefined where the title says nothing of a view
 */
export function viewedThing(title: string, vocabulary: Vocabulary): EntityName | undefined {
  if (vocabulary.lexicons.length > 1) return undefined;
  const bare = headingTitle(title)
    .replace(/[\s:：]+$/u, '')
    .replace(/ ?\([^()]{1,60}\)$/u, '');
  const thing = view.exec(bare)?.groups?.['thing']?.replace(/ history$/iu, '');
  return thing === undefined ? undefined : entityName(thing, vocabulary, true);
}
