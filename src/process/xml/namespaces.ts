import type { XmlName } from './tree.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Which namespace each prefix stands for; the empty prefix is the default one. */
export type Namespaces = ReadonlyMap<string, string>;

export const noNamespaces: Namespaces = new Map([['xml', XML]]);

/** The namespaces that hold inside of an element with these attributes. */
export function within(outer: Namespaces, attributes: ReadonlyMap<string, string>): Namespaces {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    inner.set(name === 'xmlns' ? '' : name.slice('xmlns:'.length), value);
  }
  return inner ?? outer;
}

/** Undefined if the prefix stands for nothing. Attributes without a prefix are in no namespace. */
export function resolveName(
  written: string,
  namespaces: Namespaces,
  attribute = false,
): XmlName | undefined {
  const colon = written.indexOf(':');
  const prefix = colon === -1 ? '' : written.slice(0, colon);
  const local = written.slice(colon + 1);
  if (prefix === '' && attribute) return { prefix, local, uri: '' };
  const uri = namespaces.get(prefix);
  if (uri === undefined && prefix !== '') return undefined;
  return { prefix, local, uri: uri ?? '' };
}
