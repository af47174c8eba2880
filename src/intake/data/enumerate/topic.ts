import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import type { Reading } from '../reading.ts';
import { subjectIn } from '../subject-before.ts';
import { is, phraseFrom } from './noun-phrase.ts';
import type { Token } from './tokens.ts';

/** What a sentence without a list of attributes speaks of: "We have twelve instructors.", "Then the students." */
export function topicOf(
  text: string,
  tokens: readonly Token[],
  reading: Reading,
): EntityName | undefined {
  const { vocabulary } = reading;
  const object = objectBefore(text, vocabulary);
  if (object !== undefined) return object;
  const have = tokens.findIndex((token) => is(token, 'have'));
  if (have > 0 && tokens.slice(0, have).every((token) => is(token, 'who', 'small', 'is'))) {
    const name = nameFrom(tokens, have + 1, reading);
    if (name !== undefined) return name;
  }
  const subject = subjectIn(text, reading);
  if (subject !== undefined) return entityName(subject, vocabulary);
  if (tokens.filter((token) => !is(token, 'sign')).length > 8) return undefined;
  const first = tokens.findIndex((token) => !is(token, 'small', 'and', 'article', 'sign'));
  const { next } = phraseFrom(tokens, Math.max(0, first));
  const isWhole = tokens.slice(next).every((token) => is(token, 'sign'));
  return first < 0 || !(isWhole || is(tokens[next], 'is'))
    ? undefined
    : nameFrom(tokens, first, reading);
}

function nameFrom(
  tokens: readonly Token[],
  from: number,
  { vocabulary }: Reading,
): EntityName | undefined {
  const { words } = phraseFrom(tokens, from);
  const text = words.map((token) => token.text).join(' ');
  return text === '' ? undefined : entityName(text, vocabulary);
}
