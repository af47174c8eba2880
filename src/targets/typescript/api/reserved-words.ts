const RESERVED = new Set(
  [
    'arguments await break case catch class const continue debugger default delete do else enum eval',
    'export extends false finally for function if implements import in instanceof interface let new',
    'null package private protected public return static super switch this throw true try typeof',
    'undefined var void while with yield notWritten',
  ].flatMap((line) => line.split(' ')),
);

/** Can this not be the name of a constant in a file of ours? */
export function isReserved(name: string): boolean {
  return RESERVED.has(name);
}
