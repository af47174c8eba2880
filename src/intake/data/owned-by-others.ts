import { numberOf } from '../names/number.ts';
import type { Language } from '../words/language.ts';

const romance: ReadonlySet<Language> = new Set(['es', 'pt', 'fr', 'it']);

const owners =
  /\s+(?:de (?:los|las|sus|mis|otr[oa]s|cada|outr[oa]s|seus|suas|todos [oa]s|tous les|toutes les|chaque|leurs|ses)|dos|das|des|dei|degli|delle|di (?:altri|altre|ogni))\s+\p{L}.*$/iu;

/**
 * "Las reservas de los socios" are reservations: of several things of a definite group the first noun tells what they
 * are. What is one of its kind ("la lista de los socios") is left as it is.
 */
export function withoutOwners(text: string, language: Language): string {
  if (!romance.has(language)) return text;
  const bare = text.replace(owners, '');
  return bare !== text && isPlural(bare, language) ? bare : text;
}

/** Its head stands in the plural, in a Romance language. */
export function isPlural(text: string, language: Language): boolean {
  if (!romance.has(language)) return false;
  const head = text
    .trim()
    .replace(/^(?:l[oae]s|el|o|a|os|as|i|gli|le|sus?|seus?|suas?|mes|ses|nos)\s+/iu, '')
    .split(/\s+/)[0];
  return (
    head !== undefined &&
    (numberOf(head, language).plural !== undefined ||
      (language !== 'it' && /[^suiy\s][sx]$/u.test(head)))
  );
}

/** "Órdenes de compra", "notas fiscais de venda": of several of one sort, unlike "ventas de productos". */
export function isCompound(text: string, language: Language): boolean {
  const words = text.split(/\s+/);
  const last = words.at(-1) ?? '';
  return (
    words.length === 3 &&
    /^(?:d[eio]|da|d['’])$/u.test(words[1] ?? '') &&
    isPlural(text, language) &&
    numberOf(last, language).plural === undefined
  );
}
