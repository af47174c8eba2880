import { foldText } from '../words/fold.ts';
import { isStopNoun } from './entity-name.ts';
import type { Reading } from './reading.ts';
import { mentionsIn } from './resolve/mentions.ts';

/** A noun that no glossary has, but the document in several places; a compound of a word for no record is none. */
export function isOftenNamed(name: string, reading: Reading): boolean {
  return (
    name.length > 1 &&
    name.length <= 8 &&
    !endsInStopNoun(name, reading) &&
    mentionsIn(reading).of(name) > 1
  );
}

/** 「打刻データ」, 「匹配规则」: written without blanks, a compound ends with its head. */
function endsInStopNoun(name: string, { vocabulary }: Reading): boolean {
  for (let at = 1; at < name.length - 1; at += 1)
    if (isStopNoun(foldText(name.slice(at)), vocabulary)) return true;
  return false;
}
