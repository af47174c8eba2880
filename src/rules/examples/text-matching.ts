/**
 * A text that a regular expression matches: the subset that JSON Schema recommends (classes, groups,
 * alternatives, quantifiers, anchors). Different serials give different texts as far as the pattern
 * allows. Undefined where the pattern is beyond that subset; at most 2,000 characters.
 */
export function textMatching(pattern: string, serial: number): string | undefined {
  const reader: Reader = {
    rest: Array.from(pattern),
    serial: BigInt(Math.max(0, serial)),
    length: 0,
  };
  const text = readAlternatives(reader);
  const regular = compile(pattern);
  return reader.rest.length === 0 && regular?.test(text) === true ? text : undefined;
}

interface Reader {
  /** Characters of the pattern not yet read. */
  rest: string[];
  /** What is left of the serial: each choice takes one digit of it. */
  serial: bigint;
  length: number;
}

const MAX_LENGTH = 2000;
const DIGITS = '0123456789'.split('');
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').concat(DIGITS);

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

/** Reads all alternatives and keeps the first: the others are syntax only. */
function readAlternatives(reader: Reader): string {
  const text = readSequence(reader);
  while (reader.rest[0] === '|') {
    reader.rest.shift();
    const { serial, length } = reader;
    readSequence(reader);
    Object.assign(reader, { serial, length });
  }
  return text;
}

function readSequence(reader: Reader): string {
  let text = '';
  while (reader.rest.length > 0 && reader.rest[0] !== '|' && reader.rest[0] !== ')') {
    const options = readAtom(reader);
    const times = readQuantifier(reader);
    for (let time = 0; time < times && reader.length < MAX_LENGTH; time += 1) {
      const part = choose(reader, options);
      reader.length += part.length;
      text += part;
    }
  }
  return text;
}

/** The texts that one atom can be. */
function readAtom(reader: Reader): readonly string[] {
  const character = reader.rest.shift() ?? '';
  if (character === '^' || character === '$') return [''];
  if (character === '.') return LETTERS;
  if (character === '[') return readClass(reader);
  if (character === '\\') return escaped(reader.rest.shift() ?? '');
  if (character !== '(') return [character];
  if (reader.rest[0] === '?' && reader.rest[1] === ':') reader.rest.splice(0, 2);
  const text = readAlternatives(reader);
  reader.rest.shift();
  return [text];
}

function readClass(reader: Reader): readonly string[] {
  const negated = reader.rest[0] === '^';
  if (negated) reader.rest.shift();
  const members: string[] = [];
  while (reader.rest.length > 0 && reader.rest[0] !== ']') {
    const first = readMember(reader);
    const last =
      reader.rest[0] === '-' && reader.rest[1] !== ']' ? readRangeEnd(reader) : undefined;
    members.push(...(last === undefined ? first : range(first[0] ?? '', last)));
  }
  reader.rest.shift();
  return negated ? LETTERS.filter((letter) => !members.includes(letter)) : members;
}

function readMember(reader: Reader): readonly string[] {
  const character = reader.rest.shift() ?? '';
  return character === '\\' ? escaped(reader.rest.shift() ?? '') : [character];
}

function readRangeEnd(reader: Reader): string | undefined {
  reader.rest.shift();
  return readMember(reader)[0];
}

function range(first: string, last: string): string[] {
  const from = first.codePointAt(0) ?? 0;
  const to = Math.min(last.codePointAt(0) ?? from, from + 100);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) =>
    String.fromCodePoint(from + index),
  );
}

/** How often the atom before is repeated: the fewest times, but once rather than never. */
function readQuantifier(reader: Reader): number {
  const sign = reader.rest[0];
  let times = 1;
  if (sign === '{') {
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(reader.rest.slice(0, 12).join(''));
    if (!match) return 1;
    reader.rest.splice(0, match[0].length);
    times = Number(match[1]) || Math.min(1, Number(match[3] ?? 1) || 1);
  } else if (sign === '*' || sign === '+' || sign === '?') reader.rest.shift();
  else return 1;
  if (reader.rest[0] === '?') reader.rest.shift();
  return times;
}

function escaped(character: string): readonly string[] {
  if (character === 'd') return DIGITS;
  if (character === 'w') return LETTERS;
  if (character === 's') return [' '];
  if (character === 'S' || character === 'D') return LETTERS.slice(0, 52);
  if (character === 'b') return [''];
  return [character];
}

function choose(reader: Reader, options: readonly string[]): string {
  if (options.length === 0) return '';
  const count = BigInt(options.length);
  const index = Number(reader.serial % count);
  reader.serial /= count;
  return options[index] ?? '';
}
