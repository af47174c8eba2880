import type { Language } from '../../../words/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { SentenceWords } from './sentence-words.ts';
import { tr } from './tr.ts';

/** Languages that put spaces between words; the others enumerate in another way. */
export const sentenceWords: Readonly<Partial<Record<Language, SentenceWords>>> = {
  de,
  en,
  es,
  fr,
  id,
  it,
  nl,
  pl,
  pt,
  ru,
  uk: ru,
  tr,
};
