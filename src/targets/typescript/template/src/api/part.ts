/** A part of the contract, as plain data. */
export type Part = Readonly<Record<string, unknown>>;

const LONGEST_CHAIN = 32;

/** What a JSON pointer (RFC 6901) of a reference leads to; undefined if to nothing. */
export function lookUp(document: unknown, pointer: string): unknown {
  let node = document;
  for (const segment of pointer.split('/').slice(1)) {
    const key = decoded(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Part)[key];
  }
  return node;
}

/** Follows references to the part itself; an empty part if they lead to none. */
export function follow(document: Part, given: unknown): Part {
  let value = given;
  for (let step = 0; step < LONGEST_CHAIN && isPart(value); step += 1) {
    const { $ref: reference } = value;
    if (typeof reference !== 'string') return value;
    value = lookUp(document, reference.slice(1));
  }
  return {};
}

/** The entries of a part that holds others by name; none if there is no such part. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isPart(value) ? Object.entries(value) : [];
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
