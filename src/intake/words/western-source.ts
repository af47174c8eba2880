/** Latin-1, dashes, quotes, bullets and arrows. */
// oxlint-disable-next-line no-control-regex -- that they are no letters is all that matters here
const WESTERN = /^[\0-\xff\u2010-\u2027\u2190-\u21ff]*$/;

/** Of its letters, a text has those of western Europe alone. */
export function isWestern(text: string): boolean {
  // Dozens of patterns are asked of one text after the other.
  if (text !== last.text) {
    last.text = text;
    last.isWestern = WESTERN.test(text);
  }
  return last.isWestern;
}

const last = { text: '', isWestern: true };

/** What of Latin-1 has a property; the other characters of western texts have none of them. */
const LATIN: Readonly<Record<string, string>> = {
  L: String.raw`A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff`,
  Lu: String.raw`A-Z\xc0-\xd6\xd8-\xde`,
  Ll: String.raw`a-z\xb5\xdf-\xf6\xf8-\xff`,
  N: String.raw`0-9\xb2\xb3\xb9\xbc-\xbe`,
  Nd: '0-9',
  M: '',
  'Script=Han': '',
  'Script=Hiragana': '',
  'Script=Katakana': '',
  'Script=Hangul': '',
  'Script=Cyrillic': '',
};

/** The letters of Latin-1 that have two cases: what `\p{Lu}` and `\p{Ll}` are where case does not count. */
const CASED = String.raw`A-Za-z\xb5\xc0-\xd6\xd8-\xf6\xf8-\xff`;

/** Complements, characters of two units, and letters whose other case is in Latin-1. */
const BEYOND = /\\P|\\u\{|[\ud800-\udfff\u0178\u017f\u039c\u03bc\u1e9e\u212a\u212b]/;

/** An escape, a property as an escape, or a bracket. */
const PARTS = /\\p\{([\w=]+)\}|\\[^]|[[\]]/g;

/** What may be a range of characters, and those beyond Latin-1 whose other case is in it. */
const RANGE = /(\\u[\da-f]{4}|\\x[\da-f]{2}|[^\\])-(\\u[\da-f]{4}|[^\\])/gi;
const OTHER_CASES = [0x178, 0x17f, 0x39c, 0x3bc, 0x1e9e, 0x212a, 0x212b];

/**
 * The pattern that finds the same in texts of western Europe (Latin-1, dashes, quotes, bullets and arrows) with
 * the same flags but `u`; undefined if it has something that is known of no such pattern.
 */
export function westernSource(source: string, flags: string): string | undefined {
  if (BEYOND.test(source) || (flags.includes('i') && holdsOtherCase(source))) return undefined;
  let inClass = false;
  let known = true;
  const plain = source.replace(PARTS, (part: string, property: string | undefined) => {
    if (part === '[' || part === ']') {
      inClass = part === '[' || (inClass && part !== ']');
      return part;
    }
    if (property === undefined) return part;
    const cased = flags.includes('i') && /^L[ul]$/.test(property);
    const letters = cased ? CASED : LATIN[property];
    if (letters === undefined) known = false;
    return inClass ? (letters ?? '') : `[${letters ?? ''}]`;
  });
  return known ? plain : undefined;
}

function holdsOtherCase(source: string): boolean {
  return source.matchAll(RANGE).some(([, from = '', to = '']) => {
    const [first, last] = [codeOf(from), codeOf(to)];
    return OTHER_CASES.some((code) => first <= code && code <= last);
  });
}

function codeOf(part: string): number {
  return part.length > 1 ? Number.parseInt(part.slice(2), 16) : part.charCodeAt(0);
}
