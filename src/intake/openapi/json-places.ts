import { Lines } from './places.ts';
import type { Places } from './places.ts';

/** In a large text places are kept for the upper levels alone: paths, methods, components and what they hold. */
const LEVELS = 6;
const LARGE = 1_000_000;

/** Where the parts of a JSON text stand, read in one go. The text is well-formed. */
export function jsonPlaces(document: string, text: string): Places {
  const lines = new Lines(document, text);
  const levels = text.length > LARGE ? LEVELS : Infinity;
  const offsets = new Map<string, number>();
  // Of each object or list that is open: the name or number of its current item; undefined before a name.
  const open: { isList: boolean; item: string | undefined; index: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const current = open.at(-1);
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push({ isList: false, item: undefined, index: 0 });
        break;
      case 0x5b: // [
        open.push({ isList: true, item: '0', index: 0 });
        break;
      case 0x7d: // }
      case 0x5d: // ]
        open.pop();
        break;
      case 0x2c: // ,
        if (!current) break;
        current.index += 1;
        current.item = current.isList ? String(current.index) : undefined;
        break;
      case 0x22: {
        const end = endOfString(text, at);
        if (current && !current.isList && current.item === undefined) {
          current.item = nameOf(text.slice(at, end + 1));
          if (open.length <= levels) {
            const path = open.map(({ item = '' }) => item);
            if (!offsets.has(keyOf(path))) offsets.set(keyOf(path), at);
          }
        }
        at = end;
      }
    }
  }
  return {
    at(path) {
      for (let length = Math.min(path.length, levels); length > 0; length -= 1) {
        const offset = offsets.get(keyOf(path.slice(0, length)));
        if (offset !== undefined) return lines.span(offset, endOfString(text, offset) + 1);
      }
      return lines.span(0);
    },
  };
}

/** How deep the objects and lists of a text are nested, whether it is well-formed or not. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    if (code === 0x5c) at += 1;
  }
  return text.length;
}

function nameOf(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}

/** U+0000 stands in no name that a document needs. */
const keyOf = (path: readonly string[]) => path.join('\u0000');
