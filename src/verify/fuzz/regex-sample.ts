import type { Random } from './random.ts';

/**
 * Makes a text that a regular expression (the subset that JSON Schema recommends: classes, groups,
 * alternatives, quantifiers, anchors at both ends) is likely to match. The caller checks it: look-arounds
 * and back references are beyond it.
 */
export function regexSample(pattern: string, random: Random): string {
  const parser = { rest: Array.from(pattern), random };
  return alternatives(parser);
}

interface Parser {
  /** Characters not yet read. */
  rest: string[];
  readonly random: Random;
}

/** A repetition without an upper limit is repeated at most this often beyond its lower one. */
const SOME = 3;

function alternatives(parser: Parser): string {
  const options = [sequence(parser)];
  while (parser.rest[0] === '|') {
    parser.rest.shift();
    options.push(sequence(parser));
  }
  return parser.random.pick(options)();
}

/** Reads one alternative; what it gives makes a text each time it is called. */
function sequence(parser: Parser): () => string {
  const parts: (() => string)[] = [];
  while (parser.rest.length > 0 && parser.rest[0] !== '|' && parser.rest[0] !== ')') {
    const atom = readAtom(parser);
    const [min, max] = readQuantifier(parser);
    parts.push(() => repeat(atom, parser.random.between(min, max)));
  }
  return () => parts.map((part) => part()).join('');
}

function repeat(part: () => string, times: number): string {
  return Array.from({ length: times }, part).join('');
}

function readAtom(parser: Parser): () => string {
  const character = parser.rest.shift() ?? '';
  if (character === '^' || character === '$') return () => '';
  if (character === '.') return () => parser.random.pick(LETTERS);
  if (character === '(') return readGroup(parser);
  if (character === '[') {
    const members = readClass(parser);
    return () => parser.random.pick(members);
  }
  if (character !== '\\') return () => character;
  const members = escaped(parser.rest.shift() ?? '');
  return () => (members.length === 0 ? '' : parser.random.pick(members));
}

function readGroup(parser: Parser): () => string {
  if (parser.rest[0] === '?') {
    // `?:` and `?<name>`; of a look-around its text would be made, which the caller's check refuses.
    const end = parser.rest.findIndex((character) => ':>=!'.includes(character));
    parser.rest.splice(0, end + 1);
  }
  // The choice is made once per pattern: enough for samples, and it keeps the reader to one pass.
  const text = alternatives(parser);
  parser.rest.shift();
  return () => text;
}

function readClass(parser: Parser): string[] {
  const negated = parser.rest[0] === '^';
  if (negated) parser.rest.shift();
  const members: string[] = [];
  while (parser.rest.length > 0 && parser.rest[0] !== ']') {
    const first = readMember(parser);
    const isRange = parser.rest[0] === '-' && parser.rest[1] !== ']' && first.length === 1;
    if (!isRange) {
      members.push(...first);
      continue;
    }
    parser.rest.shift();
    const [last = ''] = readMember(parser);
    const from = (first[0] ?? '').codePointAt(0) ?? 0;
    const to = Math.min(last.codePointAt(0) ?? from, from + 200);
    for (let code = from; code <= to; code += 1) members.push(String.fromCodePoint(code));
  }
  parser.rest.shift();
  return negated ? LETTERS.filter((letter) => !members.includes(letter)) : members;
}

function readMember(parser: Parser): string[] {
  const character = parser.rest.shift() ?? '';
  return character === '\\' ? escaped(parser.rest.shift() ?? '') : [character];
}

function readQuantifier(parser: Parser): readonly [number, number] {
  const range = readRange(parser);
  // A lazy quantifier matches the same texts.
  if (range && parser.rest[0] === '?') parser.rest.shift();
  return range ?? [1, 1];
}

function readRange(parser: Parser): readonly [number, number] | undefined {
  const character = parser.rest[0];
  if (character === '{') {
    const match = /^\{(\d+)(,(\d*))?\}/.exec(parser.rest.slice(0, 24).join(''));
    if (!match) return undefined;
    parser.rest.splice(0, match[0].length);
    const min = Number(match[1]);
    if (match[2] === undefined) return [min, min];
    return [min, match[3] ? Math.min(Number(match[3]), min + 64) : min + SOME];
  }
  if (character === undefined || !'*+?'.includes(character)) return undefined;
  parser.rest.shift();
  if (character === '?') return [0, 1];
  return character === '+' ? [1, 1 + SOME] : [0, SOME];
}

function escaped(character: string): string[] {
  switch (character) {
    case 'd':
      return DIGITS;
    case 'w':
      return LETTERS;
    case 's':
      return [' '];
    case 'S':
    case 'D':
      return LETTERS.filter((letter) => !DIGITS.includes(letter));
    case 'b':
    case 'B':
      return [];
    case 't':
      return ['\t'];
    case 'n':
      return ['\n'];
    default:
      return [character];
  }
}

const DIGITS = Array.from('0123456789');
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
