/** Lower case without accents, each character in its place: what is found in it stands there in the text, too. */
export function plainLetters(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/[^\0-~]/g, (letter) =>
    letter === '’' || letter === '‘' ? "'" : (letter.normalize('NFKD')[0] ?? letter),
  );
}
