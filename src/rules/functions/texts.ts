import { wholeOf } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { isList } from '../value.ts';
import { isAbsent, ofTexts } from './builtin.ts';
import type { Builtin } from './builtin.ts';
import { show } from './conversions.ts';

/** Characters of a text that a function may make. */
const MAX_TEXT = 1_000_000;

/** Positions count characters (code points) from 1; negative ones count from the end. */
export const texts = {
  substring: ([text, start, length]) => {
    const from = wholeOf(start);
    if (typeof text !== 'string' || from === undefined || from === 0) return undefined;
    const characters = Array.from(text);
    const first = from > 0 ? from - 1 : characters.length + from;
    if (first < 0 || first > characters.length) return undefined;
    if (isAbsent(length)) return characters.slice(first).join('');
    const count = wholeOf(length);
    if (count === undefined || count < 1) return undefined;
    return characters.slice(first, first + count).join('');
  },
  'string length': ofTexts((text = '') => Array.from(text).length),
  'upper case': ofTexts((text = '') => text.toUpperCase()),
  'lower case': ofTexts((text = '') => text.toLowerCase()),
  'substring before': ofTexts((text = '', match = '') => {
    const at = text.indexOf(match);
    return at === -1 ? '' : text.slice(0, at);
  }),
  'substring after': ofTexts((text = '', match = '') => {
    const at = text.indexOf(match);
    return at === -1 ? '' : text.slice(at + match.length);
  }),
  contains: ofTexts((text = '', match = '') => text.includes(match)),
  'starts with': ofTexts((text = '', match = '') => text.startsWith(match)),
  'ends with': ofTexts((text = '', match = '') => text.endsWith(match)),
  'string join': ([list, delimiter]) => {
    if (list === undefined || list instanceof Unknown) return undefined;
    const items = isList(list) ? list : [list];
    const known = items.filter((item) => !(item instanceof Unknown));
    if (!known.every((item) => typeof item === 'string')) return undefined;
    if (!isAbsent(delimiter) && typeof delimiter !== 'string') return undefined;
    const joined = known.map((item) => show(item)).join(isAbsent(delimiter) ? '' : delimiter);
    return joined.length > MAX_TEXT ? new Unknown('limit', 'the text') : joined;
  },
} satisfies Record<string, Builtin>;
