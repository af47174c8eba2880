import type { Vocabulary } from '../lexicon/vocabulary.ts';

/** "Crear un servicio" is a clause. English verbs are nouns too often to tell. */
export function startsWithVerb(folded: string, vocabulary: Vocabulary): boolean {
  const [first = '', ...rest] = folded.split(' ');
  if (rest.length === 0) return false;
  if (/^(?:is|was|are|were|be|been|it)$/.test(rest.at(-1) ?? '')) return true;
  if (
    /^(?:if|when|where|while|unless|because|wenn|falls|quando|cuando|quand|lorsque|jusqua|jusqu)$/.test(
      first,
    )
  )
    return true;
  // "A therapist can't have two", "voglio gestire".
  if (
    /n['’]?t$/.test(rest.at(-1) ?? '') &&
    /^(?:ca|wo|do|is|are|has|must|does)n['’]?t$/.test(rest.at(-1) ?? '')
  )
    return true;
  if (/^(?:voglio|vorrei|quiero|quero|queremos|veux|voudrais|mochte|wil|хочу)$/.test(first))
    return true;
  if (
    /^(?:create|add|manage|edit|delete|remove|build|develop|make|write|need|want|allow|enable|let|check|ensure|verify|see|install|choose|provide)$/.test(
      first,
    )
  )
    return true;
  if (isInfinitive(first, vocabulary)) return true;
  const verbs = vocabulary.pattern(
    'infinitive',
    () =>
      new RegExp(
        `^(?:${
          vocabulary.lexicons
            .filter(({ language }) => language !== 'en')
            .map(({ manage }) => manage)
            .join('|') || '(?!)'
        })$`,
        'u',
      ),
  );
  return verbs.test(first);
}

/** "Desativar", "exportarlos", as folded words: in Spanish and Portuguese infinitives show. */
export function isInfinitive(word: string, { lexicons }: Vocabulary): boolean {
  return (
    lexicons.some(({ language }) => language === 'es' || language === 'pt') &&
    /^\p{L}{3,}(?:ar|er|ir)(?:l[oae]s?|se)?$/u.test(word) &&
    !infinitiveNouns.test(word)
  );
}

const infinitiveNouns =
  /(?:^|[^aeiou])(?:lugar|hogar|mujer|mulher|taller|alquiler|lider|poder|celular|titular|militar|familiar|ejemplar|exemplar|escolar|hospitalar|pilar|altar|auxiliar|dolar|collar|colar|azucar|acucar|bazar|radar|jaguar|caracter|cartier|cancer|server|partner|manager|user|customer|driver|order|number|voucher|newsletter|trailer|container|flyer|poster|scanner|router)$/u;
