const FORMER =
  /(?<![\p{L}-])(?:renamed from|formerly(?: called| known as| named)?|previously (?:called|known as|named))\s*:?\s*[`"']?(\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,3})[`"']?\s*(?=$|[,;.)\]|])/iu;

/** "renamed from due date", "formerly `deadline`": the name that something had, and the text without that. */
export function readFormerName(text: string): {
  readonly name: string | undefined;
  readonly rest: string;
} {
  const found = text.length > 2000 ? null : FORMER.exec(text);
  if (!found) return { name: undefined, rest: text };
  const rest = text
    .replace(found[0], '')
    .replace(/[,;]\s*(?=[)\]])/, '')
    .replace(/[([]\s*[)\]]/, '');
  return { name: found[1], rest };
}
