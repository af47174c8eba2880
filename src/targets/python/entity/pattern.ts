import { literal } from '../emit/code.ts';

/** A portable regular expression as a Python literal: classes are those of ASCII, `$` is the end. */
export function patternLiteral(source: string): string {
  const text = `(?a)${translated(source)}`;
  const raw = !text.includes('"') && !/[\n\r]/.test(text) && !text.endsWith('\\');
  return raw ? `r"${text}"` : literal(text);
}

/** `$` also stands before a last line feed in Python; in a class it is a character. */
function translated(source: string): string {
  let inClass = false;
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') {
      text += escape(source.charAt(at + 1));
      at += 1;
    } else if (character === '$' && !inClass) {
      text += String.raw`\Z`;
    } else {
      if (character === '[' && !inClass) inClass = true;
      else if (character === ']') inClass = false;
      else if (character === '[') text += '\\';
      text += character;
    }
  }
  return text;
}

function escape(character: string): string {
  return character === '/' ? '/' : `\\${character}`;
}
