import type { Language } from '../../words/language.ts';
import { chinese } from './chinese.ts';
import type { Lexicon } from './cue.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** The languages whose statements are understood. Adding one is adding its file and this line. */
export const lexicons: Readonly<Partial<Record<Language, Lexicon>>> = {
  en: english,
  es: spanish,
  pt: portuguese,
  de: german,
  fr: french,
  it: italian,
  ru: russian,
  zh: chinese,
  ja: japanese,
  ko: korean,
};
