import { remembered } from './remembered.ts';

/** So many texts are remembered; then it begins anew, so that a long document holds no more. */
const MOST = 5000;

/**
 * A pure function of a text that is asked about the same texts again: by several recognisers, and because
 * a document says many things twice. What it gives is shared: nobody may change it.
 */
export function rememberedText<V>(make: (text: string) => V): (text: string) => V {
  const known = new Map<string, { readonly value: V }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MOST) known.clear();
      found = { value: make(text) };
      known.set(text, found);
    }
    return found.value;
  };
}

/** The same for a function of a text and an object, with which it is forgotten. */
export function rememberedTexts<K extends object, V>(
  make: (text: string, key: K) => V,
): (text: string, key: K) => V {
  const of = remembered((key: K) => rememberedText((text) => make(text, key)));
  return (text, key) => of(key)(text);
}
