import { isWestern } from '../src/intake/words/western-source.ts';

/** Texts one of which has to be there, in small letters; none of them: there is no such text. */
type OneOf = readonly string[];

/** So much of a literal is asked for. */
const LONGEST = 10;
/** More texts than these take as long to look for as the pattern does to compile. */
const MOST_TEXTS = 120;
const MOST_LISTS = 3;

/**
 * Lists of texts: in whatever text a pattern finds something, there is one of each list, in small letters.
 * No list where nothing is known. For texts of western letters (`isWestern`), be the case of letters told
 * apart or not.
 * @param source of a regular expression that is valid, with or without `u`
 */
export function requiredTexts(source: string): readonly OneOf[] {
  try {
    const parser = new Parser(source);
    const lists = parser.alternatives();
    return parser.isDone ? lists.filter((list) => list.length <= MOST_TEXTS) : [];
  } catch (error) {
    if (error instanceof UnknownSyntax) return [];
    throw error;
  }
}

class UnknownSyntax extends Error {}

/** Descends into a pattern as far as its texts tell something. */
class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get isDone(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): readonly OneOf[] {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    const [first = []] = all;
    if (all.length === 1) return first;
    const texts: string[] = [];
    for (const [best] of all) {
      if (!best) return [];
      texts.push(...best);
    }
    return [shortest(texts)];
  }

  /** All of its parts have to be there. */
  #sequence(): readonly OneOf[] {
    const lists: OneOf[] = [];
    let literal = '';
    const end = () => {
      if (literal !== '') lists.push(ofLiteral(literal));
      literal = '';
    };
    while (!this.isDone && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      const part = this.#part();
      const { least, isMore } = this.#quantifier();
      if (typeof part === 'string') {
        if (least > 0) literal += part;
        if (isMore) end();
      } else {
        end();
        if (least > 0) lists.push(...part);
      }
    }
    end();
    // There is a space in everything.
    const telling = lists.filter((list) => !list.includes(' '));
    return telling.toSorted(byLikeliness).slice(0, MOST_LISTS);
  }

  /** A character, or what a group, a class or an assertion requires. */
  #part(): string | readonly OneOf[] {
    // With `u`, what may follow is about both halves of a character.
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 0);
    this.#at += char.length;
    if (char === '(') return this.#group();
    if (char === '[') return this.#characterClass();
    if (char === '\\') return this.#escape();
    return '.^$'.includes(char) ? [] : char;
  }

  #group(): readonly OneOf[] {
    const kind = this.#match(/\?(?:[:=!]|<[=!]|<\w+>)/y);
    if (kind === undefined && this.#source[this.#at] === '?') throw new UnknownSyntax();
    const inner = this.alternatives();
    if (!this.#take(')')) throw new UnknownSyntax();
    return kind?.endsWith('!') === true ? [] : inner;
  }

  #characterClass(): readonly OneOf[] {
    const few = this.#match(/[^\\\]^-][^\\\]-]{0,7}\]/y);
    if (few !== undefined) return [shortest(Array.from(few.slice(0, -1)).flatMap(ofLiteral))];
    while (!this.#take(']')) {
      if (this.isDone) throw new UnknownSyntax();
      this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    }
    return [];
  }

  #escape(): string | readonly OneOf[] {
    if (this.#match(/[dDwWsSbB]|[pP]\{[\w=]+\}/y) !== undefined) return [];
    const code = this.#match(/x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}/iy);
    if (code !== undefined)
      return String.fromCodePoint(Number.parseInt(code.replace(/[xu{}]/gi, ''), 16));
    const char = this.#match(/[^A-Za-z0-9]/y);
    if (char === undefined) throw new UnknownSyntax();
    return char;
  }

  /** How often the part before has to be there, and whether it may be there more often. */
  #quantifier(): { readonly least: number; readonly isMore: boolean } {
    const how = this.#match(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (how === undefined) return { least: 1, isMore: false };
    const least = how.startsWith('{') ? Number.parseInt(how.slice(1), 10) : Number(how[0] === '+');
    return { least, isMore: true };
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #take(char: string): boolean {
    if (this.#source[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }
}

/** No text, if no western one holds it. */
function ofLiteral(literal: string): OneOf {
  return isWestern(literal) ? [literal.toLowerCase().slice(0, LONGEST)] : [];
}

/** First what is hardly there by chance: long texts, and few of them. */
function byLikeliness(one: OneOf, other: OneOf): number {
  const chance = (list: OneOf) => list.reduce((sum, text) => sum + 8 ** -text.length, 0);
  return chance(one) - chance(other);
}

/** Without those that hold another: who holds them holds that one too. */
function shortest(texts: OneOf): OneOf {
  return [...new Set(texts)].filter(
    (text, _, all) => !all.some((other) => other !== text && text.includes(other)),
  );
}
