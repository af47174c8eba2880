import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import type { Reading } from '../reading.ts';
import { subjectIn } from '../subject-before.ts';
import { is, isContent, phraseFrom } from './noun-phrase.ts';
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
  // "Reception registers a patient"
  const made = tokens.findIndex(({ folded }, at) => at > 0 && at < 5 && making.test(folded));
  const thing = made < 0 ? undefined : nameFrom(tokens, made + 1, reading);
  if (thing !== undefined) return thing;
  // "A work order sends one contractor": a verb ends the noun.
  if (/^(?:an?|each|every)$/.test(tokens[0]?.folded ?? '')) {
    const { words, next } = phraseFrom(tokens, 0);
    const verb = tokens[next];
    if (words.length > 1 && verb !== undefined && !is(verb, 'sign', 'of'))
      return nameFrom(tokens, 0, reading);
  }
  const subject = subjectIn(text, reading);
  if (subject !== undefined) return entityName(subject, vocabulary);
  // "Anmeldungen verknüpfen ein Mitglied mit einem Kurs": a German noun has a capital, a verb has none.
  const [one, two] = tokens;
  if (
    reading.language === 'de' &&
    one !== undefined &&
    isContent(one) &&
    /^\p{Lu}/u.test(one.text) &&
    /^\p{Ll}/u.test(two?.text ?? '')
  )
    return entityName(one.text, vocabulary);
  if (tokens.filter((token) => !is(token, 'sign')).length > 8) return undefined;
  const first = tokens.findIndex((token) => !is(token, 'small', 'and', 'article', 'sign'));
  const { next } = phraseFrom(tokens, Math.max(0, first));
  const isWhole = tokens.slice(next).every((token) => is(token, 'sign'));
  return first < 0 || !(isWhole || is(tokens[next], 'is'))
    ? undefined
    : nameFrom(tokens, first, reading);
}

const making = /^(?:registers|creates|opens|submits|files|adds|places|reports)$/;

function nameFrom(
  tokens: readonly Token[],
  from: number,
  { vocabulary }: Reading,
): EntityName | undefined {
  const { words } = phraseFrom(tokens, from);
  const text = words.map((token) => token.text).join(' ');
  return text === '' ? undefined : entityName(text, vocabulary);
}
