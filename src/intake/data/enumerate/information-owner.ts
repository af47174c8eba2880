import { stripWords } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import type { Reading } from '../reading.ts';
import { is } from './noun-phrase.ts';
import type { Owner } from './owner-of.ts';
import type { Token } from './tokens.ts';

/**
 * "the creation of users, giving the essential information (name, sex)": before the bracket stand only words for data,
 * from `start` on; whose they are is what is made, or what was spoken of.
 */
export function informationOwner(
  lead: readonly Token[],
  start: number,
  reading: Reading,
): Owner | undefined {
  const { vocabulary } = reading;
  const text = (tokens: readonly Token[]) => tokens.map((token) => token.text).join(' ');
  if (stripWords(text(lead.slice(start)), vocabulary) !== '') return undefined;
  const end = lead
    .slice(0, start)
    .findLastIndex((token) => !is(token, 'article', 'sign', 'with', 'keep', 'of', 'info'));
  const object = objectBefore(text(lead.slice(0, end + 1)), vocabulary);
  return { names: object === undefined ? [] : [object], certainty: 0.6 };
}
