import { camelCase } from '#blueprint';
import type { Service } from '#blueprint';
import { array, call, literal, object, print } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { valueCode } from './value-code.ts';

/** The text of `src/operations/collections.ts`: what is kept; undefined if nothing is. */
export function collectionsText({ collections = [] }: Service): string | undefined {
  if (collections.length === 0) return undefined;
  const imports = new Imports();
  imports.value('../api/kept.ts', 'Collection');
  const definitions = collections.map((collection) => {
    const { name, key, keyFrom, supplied, note } = collection;
    const values = supplied.map((one) =>
      object(
        Object.fromEntries(Object.entries(one).map(([part, value]) => [part, valueCode(value)])),
      ),
    );
    const definition = object(
      {
        name: literal(name),
        key: literal(key),
        keyFrom: literal(keyFrom),
        supplied: array(values),
      },
      true,
    );
    const code = call('new Collection', definition);
    return `${docComment(note ?? name, collection)}${print(code, `export const ${collectionName(name)} = `, ';')}\n`;
  });
  return `${imports.print()}\n${definitions.join('\n')}`;
}

/** The constant that holds a collection. */
export const collectionName = (name: string) => `${camelCase(name)}Collection`;
