const words =
  'the manager must allow users to create orders customers invoices with status name and date before every payment is approved when it was sent while shipping costs remain below limit unless cancelled'.split(
    ' ',
  );

/** Prose of so many characters that demands much and declares no data: the worst that people paste. */
export function largeProse(characters: number): string {
  const text: string[] = [];
  let length = 0;
  // A generator of Lehmer: the same text every time, and no sentence twice.
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  while (length < characters) {
    const sentence = Array.from({ length: 6 + next(12) }, () => words[next(words.length)]).join(
      ' ',
    );
    const ended = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${next(7) === 0 ? '\n\n' : ' '}`;
    text.push(ended);
    length += ended.length;
  }
  return `# Notes\n\n${text.join('')}`;
}
