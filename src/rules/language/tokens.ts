/** A piece of FEEL text. `at` is where it starts, `end` where it ends. */
export interface Token {
  readonly kind: 'number' | 'string' | 'temporal' | 'name' | 'symbol' | 'end' | 'wrong';
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const space = String.raw`[\s\p{Z}\uFEFF\u180E]|\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)`;
const patterns: readonly (readonly [Token['kind'], string])[] = [
  ['number', String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?`],
  ['string', String.raw`"(?:[^"\\]|\\[^])*"`],
  ['temporal', String.raw`@"[^"\\]*"`],
  ['name', String.raw`[\p{L}\p{Nl}_$?\p{So}][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{So}\u200C\u200D_$?]*`],
  ['symbol', String.raw`\.\.|\*\*|<=|>=|!=|->|[^]`],
];

/** The tokens of a text, then one `end`. Linear in the text: no pattern can begin at two tokens. */
export function tokensOf(text: string): readonly Token[] {
  const skip = new RegExp(`(?:${space})+`, 'uy');
  const readers = patterns.map(([kind, source]) => [kind, new RegExp(source, 'uy')] as const);
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    skip.lastIndex = at;
    if (skip.test(text)) at = skip.lastIndex;
    if (at >= text.length) break;
    for (const [kind, reader] of readers) {
      reader.lastIndex = at;
      if (!reader.test(text)) continue;
      const token = text.slice(at, reader.lastIndex);
      // A text that does not end: what follows would be searched for its end again and again.
      if (token === '"') return [...tokens, { kind: 'wrong', text: token, at, end: text.length }];
      tokens.push({ kind, text: token, at, end: reader.lastIndex });
      at = reader.lastIndex;
      break;
    }
  }
  tokens.push({ kind: 'end', text: 'the end', at, end: at });
  return tokens;
}

/** The text of a string token. */
export function unquoted(token: string): string {
  const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return token
    .slice(1, -1)
    .replaceAll(
      /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|([^]))/gu,
      (whole, short?: string, long?: string, other?: string) => {
        if (other !== undefined) return escapes[other] ?? (/["'\\]/.test(other) ? other : whole);
        const code = Number.parseInt(short ?? long ?? '', 16);
        return code > 0x10_ff_ff
          ? whole
          : short === undefined
            ? String.fromCodePoint(code)
            : String.fromCharCode(code);
      },
    );
}
