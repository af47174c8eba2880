import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { kindOfTitle } from '../sections/classify-sections.ts';
import { wordsOf } from '../words/stem.ts';
import { entityName } from './entity-name.ts';

/** A title that is about data as such ("Data model", "Entities"), or about something else that is no record. */
export function isGeneralTitle(title: string, vocabulary: Vocabulary): boolean {
  const name = entityName(title, vocabulary, true);
  if (name === undefined) return true;
  return !name.announced && kindOfTitle(title) !== 'unknown' && wordsOf(name.name).length > 1;
}
