import type { Language } from '../../../words/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { FrameWords } from './frame-words.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';

/** Languages in which frames are read. */
export const frameWords: Readonly<Partial<Record<Language, FrameWords>>> = {
  de,
  en,
  es,
  fr,
  id,
  it,
  nl,
  pt,
};
