import type { Collection, Keeping, Service } from '#blueprint';
import { snakeCase } from '#blueprint';
import { call, keyed, literal, print, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { valueCode } from './value-code.ts';

/** The text of `app/operations/collections.py`: what is kept; undefined if nothing is. */
export function collectionsText({ collections = [] }: Service): string | undefined {
  if (collections.length === 0) return undefined;
  const imports = new Imports();
  imports.use('app.api.kept', 'Collection');
  const definitions = collections.map((collection) => {
    const definition = print(
      collectionCode(collection, imports),
      `${collectionName(collection.name)} = `,
    );
    return `${definition}\n${docstring(collection.note ?? collection.label, collection)}`;
  });
  return `"""What the service keeps, as the contract says."""\n\n${imports.print()}\n${definitions.join('\n')}`;
}

/** The name of a collection in code. */
export const collectionName = (name: string) => `${snakeCase(name)}_collection`;

function collectionCode({ name, key, keyFrom, supplied }: Collection, imports: Imports): Code {
  const values = supplied.map((one) =>
    call(imports.use('app.api.kept', 'Supplied'), [literal(one.property), literal(one.from)], {
      value: one.value === undefined ? undefined : valueCode(one.value),
      date: one.date === true ? 'True' : undefined,
    }),
  );
  return call('Collection', [], {
    name: literal(name),
    key: literal(key),
    key_from: literal(keyFrom),
    supplied: values.length === 0 ? undefined : tuple(values),
  });
}

/** `notes_collection.list(Keeping(…))` */
export function keepingCode(keeping: Keeping, imports: Imports): Code {
  const { collection, does, filters, status, answers, ...how } = keeping;
  const own = imports.use('app.operations.collections', collectionName(collection));
  imports.use('app.api.kept', 'Keeping');
  const rest = Object.entries(how).map(([name, value]) => [
    snakeCase(kebab(name)),
    valueCode(value),
  ]);
  return keyed(
    '',
    call(`${own}.${does}`, [
      call('Keeping', [], {
        status: String(status),
        answers: answers ? 'True' : 'False',
        ...(Object.fromEntries(rest) as Record<string, Code>),
        filters: filters.length === 0 ? undefined : tuple(filters.map(literal)),
      }),
    ]),
  );
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
