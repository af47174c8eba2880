import { remembered } from './remembered.ts';

/** So many texts are remembered for each object; then it begins anew, so that a long document holds no more. */
const MOST = 4000;

/**
 * A pure function of a text and an object that is asked about the same texts again: by several recognisers,
 * and because a document says many things twice.
 */
export function rememberedTexts<K extends object, V>(
  make: (text: string, key: K) => V,
): (text: string, key: K) => V {
  const textsOf = remembered((_: K) => new Map<string, { readonly value: V }>());
  return (text, key) => {
    const known = textsOf(key);
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MOST) known.clear();
      found = { value: make(text, key) };
      known.set(text, found);
    }
    return found.value;
  };
}
