import { foldText } from '../words/fold.ts';
import type { EntityName } from './entity-name.ts';
import { entityName } from './entity-name.ts';
import { sentenceWords } from './enumerate/words/words-of.ts';
import { isDataNoun } from './data-noun.ts';
import type { Reading } from './reading.ts';

/** "Los socios se registran con nombre y teléfono": who registers is kept. */
const registering =
  /^(?:(?:los|las|el|la|os|as|o|a|les|le|i|gli|le|il|die|der|das|all\p{L}*|new|neue|the) )?(?<who>[\p{L}-]{3,30}) (?:registrieren sich|melden sich an|se registran?|se inscriben?|se cadastram?|si registran?o|si iscriv\p{L}+|s['’]inscrivent|s['’]enregistrent|(?:can |must )?(?:register|sign up)|регистрируются|реєструються|registreren zich|rejestruj[aą] si[eę])$/iu;
/** "Se genera una multa con importe y motivo": all that follows are attributes. */
const indefinite = /(?:^|\s)(?:una?|uma?|une?|eine[nr]?|een) (?<noun>[\p{L}-]{3,30})$/iu;

/** "Receber queixa de vizinho com foto, local e tipo": what comes in with its attributes. */
const receiving =
  /^(?:receber|recibir|recevoir|ricevere|recolher|recoger|recueillir|raccogliere) (?:(?:os|as|o|a|los|las|el|la|les|le|des|i|gli|il|uma?|una?|une) )?(?<noun>\p{L}{3,30}(?: d[eio] \p{L}{3,30})?)$/iu;

/** "Bücher mit Titel, Autor und ISBN", and with a verb at the end "Aufgaben mit Titel und Datum erfassen". */
export function nounBefore(
  head: string,
  after: string,
  fields: readonly string[],
  reading: Reading,
): EntityName | undefined {
  const { vocabulary, language } = reading;
  const received = receiving.exec(head.trim())?.groups?.['noun'];
  const own = new Set(sentenceWords[language]?.attribute.split(' '));
  if (
    received !== undefined &&
    fields.every((field) => isDataNoun(field, reading) || own.has(foldText(field)))
  )
    return entityName(received, vocabulary);
  const known = fields.filter((field) => isDataNoun(field, reading)).length;
  if (known < fields.length * 0.5) return undefined;
  const noun =
    registering.exec(head.trim())?.groups?.['who'] ??
    (known === fields.length ? indefinite.exec(head)?.groups?.['noun'] : undefined);
  if (noun !== undefined) return entityName(noun, vocabulary);
  const words = head.trim().split(/\s+/);
  if (language === 'de' && finalVerb(vocabulary).test(foldText(after)))
    return lastNoun(head, reading);
  return words.length <= 2 && /^\p{Lu}/u.test(head.trim())
    ? entityName(head, vocabulary)
    : undefined;
}

/** Where a German sentence ends in its verb. */
export function finalVerb(vocabulary: Reading['vocabulary']): RegExp {
  return vocabulary.pattern('final-verb', () => {
    const german = vocabulary.lexicons.find(({ language }) => language === 'de');
    return new RegExp(
      `\\s(?:${german?.manage ?? '(?!)'})(?: (?:konnen|und|oder) ?\\p{L}*)*\\.?$`,
      'u',
    );
  });
}

/** In a brief request the noun before "with" is what it is about: "products with name and price". */
export function lastNoun(text: string, { vocabulary, language }: Reading): EntityName | undefined {
  const words = text.trim().split(/[\s,]+/);
  const last = words.at(-1) ?? '';
  if (language === 'de' && !/^\p{Lu}/u.test(last)) return undefined;
  return /^[\p{L}-]{3,}$/u.test(last) ? entityName(last, vocabulary) : undefined;
}
