import { inferType } from '../declaration/infer-type.ts';
import { numberOf } from '../names/number.ts';
import { isDataNoun } from './data-noun.ts';
import { foldKeepingLength } from './entity-name.ts';
import { isPlural } from './owned-by-others.ts';
import type { Reading } from './reading.ts';

/** "The system must allow consulting invoices": where there are several to look at, they are kept. */
export function isAskedFor(name: string, sentence: string, reading: Reading): boolean {
  return (
    isPlural(name, reading.language) &&
    !isDataNoun(name, reading) &&
    !values.has(inferType(numberOf(name, reading.language).singular, reading.vocabulary)?.kind) &&
    duty.test(foldKeepingLength(sentence))
  );
}

/** "Los precios" are what something has; "las notas" may be records. */
const values: ReadonlySet<string | undefined> = new Set([
  'money',
  'date',
  'datetime',
  'percent',
  'email',
  'phone',
  'url',
]);

const duty =
  /(?:^|\s)(?:deb(?:e|en|era|eran)|podran?|permit(?:e|ir|ira|irao|iran)|deve(?:m|ra|rao)?|pode(?:m|ra|rao)?|doit|doivent|peut|peuvent|permet(?:tre|tra|te)?|devono|puo|possono|permettere)\s/u;
