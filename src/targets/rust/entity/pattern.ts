import { literal } from '../emit/code.ts';

/** A portable regular expression as a Rust literal, in the syntax of the `regex-lite` crate. */
export function patternLiteral(source: string): string {
  return rawLiteral(translated(source));
}

/** `r"…"`, or a plain literal where that can't be. */
export function rawLiteral(text: string): string {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]/u.test(text)) return literal(text);
  if (!text.includes('\\') && !text.includes('"')) return `"${text}"`;
  if (!text.includes('"')) return `r"${text}"`;
  return text.includes('"#') ? literal(text) : `r#"${text}"#`;
}

/** In a class of `regex-lite` some characters mean sets, and an empty class is none. */
function translated(source: string): string {
  let inClass = false;
  let text = '';
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '\\') {
      const escaped = escape(source.slice(at + 1), inClass);
      text += escaped.text;
      at += escaped.length;
    } else if (!inClass && character === '[') {
      const empty = /^\[\^?\]/.exec(source.slice(at))?.[0];
      if (empty === undefined) inClass = true;
      text += empty === undefined ? '[' : empty === '[]' ? String.raw`[^\s\S]` : String.raw`[\s\S]`;
      at += (empty?.length ?? 1) - 1;
    } else if (inClass && /[[&~]/.test(character)) {
      text += `\\${character}`;
    } else {
      if (character === ']') inClass = false;
      text += character;
    }
  }
  return text;
}

/** What stands after a backslash; `length` characters of it are used. */
function escape(rest: string, inClass: boolean): { text: string; length: number } {
  const code =
    /^u\{([0-9a-fA-F]+)\}/.exec(rest) ??
    /^u([0-9a-fA-F]{4})/.exec(rest) ??
    /^x([0-9a-fA-F]{2})/.exec(rest);
  if (code) return { text: `\\x{${code[1]}}`, length: code[0].length };
  const control = /^c([a-zA-Z])/.exec(rest);
  if (control?.[1]) {
    const hex = (control[1].charCodeAt(0) % 32).toString(16);
    return { text: `\\x{${hex}}`, length: 2 };
  }
  const next = rest.charAt(0);
  if (next === '0') return { text: String.raw`\x{0}`, length: 1 };
  if (next === 'b' && inClass) return { text: String.raw`\x{8}`, length: 1 };
  if (next === 's') return { text: inClass ? SPACE : `[${SPACE}]`, length: 1 };
  if (next === 'S' && !inClass) return { text: `[^${SPACE}]`, length: 1 };
  return { text: next === '/' ? '/' : `\\${next}`, length: 1 };
}

/** White space as all languages of a contract have it. */
const SPACE = String.raw`\t-\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}`;
