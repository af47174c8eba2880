import type { Token, WordClass } from './tokens.ts';

/** Nouns for many of something: "a register of buildings" is about buildings. */
const containers =
  /^(?:registers?|lists?|sets?|collections?|tables?|database|catalogues?|catalogs?|number|kinds?|types?|records?|pieces?|items?|lista|listado|registro|liste|registre|elenco|verzeichnis|liste|lijst|register|lista|rejestr|cadastro|catalogo|katalog|список|реестр|каталог|база)$/u;

const numeral =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several|many|few|some|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|mehrere|viele|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|varias|dois|duas|quatro|sete|oito|nove|dez|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)$/u;

export function is(token: Token | undefined, ...kinds: readonly WordClass[]): boolean {
  return token !== undefined && kinds.some((kind) => token.classes.has(kind));
}

/** A noun, an adjective or a verb that is none of the small words. */
export function isContent(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /\p{L}/u.test(token.text) &&
    (token.classes.size === 0 || [...token.classes].every((kind) => kind === 'attribute'))
  );
}

/**
 * The noun phrase that begins at a token: up to four words, in Romance languages with what follows "de".
 * @param lenient any first word counts, even one that could be a verb: "each note"
 */
export function phraseFrom(
  tokens: readonly Token[],
  from: number,
  lenient = false,
): { readonly words: readonly Token[]; readonly next: number } {
  let at = from;
  const isOne =
    /^(?:an?|each|every)$/.test(tokens[from]?.folded ?? tokens[from - 1]?.folded ?? '') ||
    /^(?:each|every)$/.test(tokens[from - 1]?.folded ?? '');
  while (
    is(tokens[at], 'article', 'small') ||
    numeral.test(tokens[at]?.folded ?? '') ||
    /^\d+$/.test(tokens[at]?.text ?? '')
  )
    at += 1;
  const words: Token[] = [];
  for (; at < tokens.length && words.length < 5; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isNoun =
      isContent(token) ||
      // "For each software licence"
      (lenient && words.length === 0 && is(token, 'who') && isContent(tokens[at + 1])) ||
      (lenient && words.length === 0 && is(token, 'keep') && !is(token, 'is', 'have'));
    // "an invoice belongs to": behind one of something an s is that of a verb.
    if (
      isNoun &&
      isOne &&
      words.length > 0 &&
      /[^su]s$/.test(token.folded) &&
      !isContent(tokens[at + 1])
    )
      break;
    // Russian and Ukrainian verbs: "представляет".
    if (
      isNoun &&
      words.length > 0 &&
      /\p{Script=Cyrillic}(?:[еиую]т|[еиуюя]тся|[юуі]ють|є)$/u.test(token.folded)
    )
      break;
    if (isNoun) words.push(token);
    else if (
      words.length > 0 &&
      /^(?:de|del|da|do|dos|das|du|des|d|di|della|dei|delle|dell|of|-|en|à|a)$/u.test(
        token.folded,
      ) &&
      isContent(tokens[at + 1]) &&
      token.folded !== 'of'
    )
      words.push(token);
    else if (
      token.folded === 'of' &&
      containers.test(words.at(-1)?.folded ?? '') &&
      (isContent(tokens[at + 1]) || is(tokens[at + 1], 'article'))
    ) {
      words.length = 0;
      while (is(tokens[at + 1], 'article', 'each')) at += 1;
    } else break;
  }
  while (words.length > 1 && !isContent(words.at(-1))) words.pop();
  // "chaque coupe concerne une parcelle": before an article stands a verb. German nouns have capitals.
  const isVerb =
    (is(tokens[at], 'article') && !is(tokens[at], 'it')) ||
    /^(?:une?|un|eine[nmr]?|een)$/.test(tokens[at]?.folded ?? '');
  if (words.length > 1 && isVerb) {
    words.pop();
    at -= 1;
  }
  return { words, next: at };
}

/** "Zum Material (Gurte, Seile) notieren wir": examples of the owner are no part of it. */
export function withoutBrackets(lead: readonly Token[]): readonly Token[] {
  const open = lead.findIndex(({ text }) => text === '(');
  const close = lead.findIndex(({ text }, at) => at > open && text === ')');
  return open < 0 || close < 0 ? lead : [...lead.slice(0, open), ...lead.slice(close + 1)];
}
