import {
  complement,
  digits,
  ignoringCase,
  lineEnds,
  propertySet,
  setOf,
  spaces,
  union,
  wordCharacters,
} from './character-set.ts';
import type { CharacterSet } from './character-set.ts';

/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'character'; readonly set: CharacterSet }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly part: PatternNode; readonly index: number }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'assert'; readonly what: Assertion };

export type Assertion = 'start' | 'end' | 'line-start' | 'line-end' | 'boundary' | 'no-boundary';

export interface PatternFlags {
  readonly ignoreCase: boolean;
  /** `.` is any character, line ends too. */
  readonly dotAll: boolean;
  /** `^` and `$` are the ends of lines. */
  readonly multiline: boolean;
}

const MAX_LENGTH = 1000;
const MAX_DEPTH = 50;
const MAX_TIMES = 1000;

class NotSupported extends Error {}

/**
 * Reads a regular expression: characters, classes, groups, alternatives, repetitions, anchors, Unicode
 * properties. References back and looks around, which need backtracking, are not in the language.
 */
export function parsePattern(
  pattern: string,
  flags: PatternFlags,
): { readonly root: PatternNode; readonly groups: number } | undefined {
  if (pattern.length > MAX_LENGTH) return undefined;
  const parser = new PatternParser(Array.from(pattern), flags);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof NotSupported) return undefined;
    throw error;
  }
}

class PatternParser {
  readonly #text: readonly string[];
  readonly #flags: PatternFlags;
  #at = 0;
  #groups = 0;
  #depth = 0;

  constructor(text: readonly string[], flags: PatternFlags) {
    this.#text = text;
    this.#flags = flags;
  }

  whole(): { root: PatternNode; groups: number } {
    const root = this.#choice();
    if (this.#at < this.#text.length) throw new NotSupported();
    return { root, groups: this.#groups };
  }

  #choice(): PatternNode {
    if ((this.#depth += 1) > MAX_DEPTH) throw new NotSupported();
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth -= 1;
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', parts };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#text.length && !this.#sees('|') && !this.#sees(')')) {
      parts.push(this.#repeated(this.#atom()));
    }
    return { kind: 'sequence', parts };
  }

  #repeated(part: PatternNode): PatternNode {
    const times = this.#times();
    if (!times) return part;
    const [least, most] = times;
    if (part.kind === 'assert' || most < least) throw new NotSupported();
    const greedy = !this.#take('?');
    if (this.#times()) throw new NotSupported();
    return { kind: 'repeat', part, least, most, greedy };
  }

  #times(): readonly [number, number] | undefined {
    if (this.#take('*')) return [0, Number.POSITIVE_INFINITY];
    if (this.#take('+')) return [1, Number.POSITIVE_INFINITY];
    if (this.#take('?')) return [0, 1];
    if (!this.#take('{')) return undefined;
    const least = this.#number();
    const most = this.#take(',')
      ? this.#sees('}')
        ? Number.POSITIVE_INFINITY
        : this.#number()
      : least;
    this.#need('}');
    return [least, most];
  }

  #number(): number {
    let text = '';
    while (/^[0-9]$/.test(this.#text[this.#at] ?? '')) text += this.#next();
    const value = Number(text);
    if (text === '' || value > MAX_TIMES) throw new NotSupported();
    return value;
  }

  #atom(): PatternNode {
    const { multiline, dotAll } = this.#flags;
    const character = this.#next();
    switch (character) {
      case '^':
        return { kind: 'assert', what: multiline ? 'line-start' : 'start' };
      case '$':
        return { kind: 'assert', what: multiline ? 'line-end' : 'end' };
      case '.':
        return { kind: 'character', set: dotAll ? () => true : complement(lineEnds) };
      case '(':
        return this.#group();
      case '[':
        return { kind: 'character', set: this.#class() };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new NotSupported();
      default:
        return this.#character(one(character));
    }
  }

  #group(): PatternNode {
    let index: number | undefined;
    if (this.#take('?')) this.#need(':');
    else index = this.#groups += 1;
    const part = this.#choice();
    this.#need(')');
    return index === undefined ? part : { kind: 'group', part, index };
  }

  #escape(): PatternNode {
    if (this.#take('b')) return { kind: 'assert', what: 'boundary' };
    if (this.#take('B')) return { kind: 'assert', what: 'no-boundary' };
    return this.#character(this.#escapedSet());
  }

  #class(): CharacterSet {
    const isNegated = this.#take('^');
    const sets: CharacterSet[] = [];
    do sets.push(this.#classMember());
    while (!this.#sees(']') && !this.#sees('-['));
    // XPath's subtraction: [a-z-[aeiou]].
    const without = this.#take('-') && this.#take('[') ? this.#class() : undefined;
    this.#need(']');
    const all = this.#flags.ignoreCase ? ignoringCase(union(sets)) : union(sets);
    const set = isNegated ? complement(all) : all;
    return without ? (code) => set(code) && !without(code) : set;
  }

  #classMember(): CharacterSet {
    if (this.#sees('[')) throw new NotSupported();
    const first = this.#next();
    const low = first === '\\' ? this.#escapedCharacter() : first;
    if (low === undefined) return this.#escapedSet();
    const isRange = this.#sees('-') && !['[', ']'].includes(this.#text[this.#at + 1] ?? ']');
    if (!isRange) return one(low);
    this.#next();
    const last = this.#next();
    const high = last === '\\' ? this.#escapedCharacter() : last;
    const [from, to] = [low.codePointAt(0) ?? 0, high?.codePointAt(0) ?? -1];
    if (to < from) throw new NotSupported();
    return setOf([[from, to]]);
  }

  #escapedSet(): CharacterSet {
    const plain = this.#escapedCharacter();
    if (plain !== undefined) return one(plain);
    const letter = this.#next();
    if (letter === 'p' || letter === 'P') {
      this.#need('{');
      let name = '';
      while (!this.#sees('}')) name += this.#next();
      this.#need('}');
      const set = propertySet(name);
      if (!set) throw new NotSupported();
      return letter === 'p' ? set : complement(set);
    }
    const set = { d: digits, w: wordCharacters, s: spaces }[letter.toLowerCase()];
    if (!set) throw new NotSupported();
    return letter === letter.toLowerCase() ? set : complement(set);
  }

  /** After a backslash: the one character that is meant; undefined, and nothing taken, for a set. */
  #escapedCharacter(): string | undefined {
    const letter = this.#text[this.#at] ?? '';
    const control = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v' }[letter];
    if (control === undefined && /^[A-Za-z0-9]?$/u.test(letter)) return undefined;
    this.#at += 1;
    return control ?? letter;
  }

  #character(set: CharacterSet): PatternNode {
    return { kind: 'character', set: this.#flags.ignoreCase ? ignoringCase(set) : set };
  }

  #sees(wanted: string): boolean {
    return Array.from(wanted).every((part, index) => this.#text[this.#at + index] === part);
  }

  #take(wanted: string): boolean {
    if (!this.#sees(wanted)) return false;
    this.#at += 1;
    return true;
  }

  #need(wanted: string): void {
    if (!this.#take(wanted)) throw new NotSupported();
  }

  #next(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new NotSupported();
    this.#at += 1;
    return character;
  }
}

function one(character: string): CharacterSet {
  const wanted = character.codePointAt(0) ?? -1;
  return (code) => code === wanted;
}
