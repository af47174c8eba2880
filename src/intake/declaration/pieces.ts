import { splitOutside } from './split-list.ts';

/** `(decimal(10,2), required): net` → its parts; brackets stay with what they size. */
export function pieces(text: string): readonly string[] {
  return splitOutside(text, (char) => ',;，；、'.includes(char))
    .flatMap((part) => bracketed(part.text.trim()))
    .map((piece) => piece.trim().replace(/^[:：\s]+|[.:：\s]+$/g, ''))
    .filter((piece) => piece !== '');
}

/** What is before, in and after the first bracket; a bracket with a size is left alone. */
function bracketed(text: string): readonly string[] {
  const open = text.search(/[(（]/);
  if (open < 0 || /^[(（]\s*\d/.test(text.slice(open))) return [text];
  let depth = 0;
  let close = text.length;
  for (let at = open; at < text.length; at += 1) {
    if ('(（'.includes(text[at] ?? '')) depth += 1;
    else if (')）'.includes(text[at] ?? '')) depth -= 1;
    if (depth === 0) {
      close = at;
      break;
    }
  }
  const inside = text.slice(open + 1, close);
  const outside = [text.slice(0, open), text.slice(close + 1)];
  return [...(open === 0 ? [] : [text]), outside[0] ?? '', ...pieces(inside), outside[1] ?? ''];
}
