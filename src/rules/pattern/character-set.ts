/** Decides whether a character is one of a set. */
export type CharacterSet = (codePoint: number) => boolean;

export type Interval = readonly [from: number, to: number];

export function setOf(intervals: readonly Interval[]): CharacterSet {
  return (code) => intervals.some(([from, to]) => code >= from && code <= to);
}

export function union(sets: readonly CharacterSet[]): CharacterSet {
  return (code) => sets.some((set) => set(code));
}

export function complement(set: CharacterSet): CharacterSet {
  return (code) => !set(code);
}

/** The same for the small and the capital letter. */
export function ignoringCase(set: CharacterSet): CharacterSet {
  return (code) => {
    if (set(code)) return true;
    const text = String.fromCodePoint(code);
    return [text.toLowerCase(), text.toUpperCase()].some((other) => {
      const folded = other.codePointAt(0) ?? code;
      return String.fromCodePoint(folded) === other && set(folded);
    });
  };
}

export const digits = setOf([[48, 57]]);
export const wordCharacters = setOf([
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
]);
export const spaces: CharacterSet = (code) => /\s/u.test(String.fromCodePoint(code));
export const lineEnds = setOf([
  [10, 10],
  [13, 13],
  [0x20_28, 0x20_29],
]);

/** A Unicode property such as `L`, `Lu` or `Script=Greek`; undefined if there is none of that name. */
export function propertySet(name: string): CharacterSet | undefined {
  if (!/^[A-Za-z_]{1,40}(=[A-Za-z_]{1,40})?$/.test(name)) return undefined;
  try {
    // One character against one property: nothing that could be slow.
    const property = new RegExp(`^\\p{${name}}$`, 'u');
    return (code) => property.test(String.fromCodePoint(code));
  } catch {
    return undefined;
  }
}
