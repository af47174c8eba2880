import type { Collection, Keeping, Service } from '#blueprint';
import { constantCase, pascalCase } from '#blueprint';
import { assign, call, literal, slice, struct } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';

/** The text of `src/operations/collections.rs`: what is kept; undefined if nothing is. */
export function collectionsText({ collections = [] }: Service): string | undefined {
  if (collections.length === 0) return undefined;
  const isSupplied = collections.some(({ supplied }) => supplied.length > 0);
  const names = ['Collection', 'KeyFrom', ...(isSupplied ? ['Source', 'Supplied'] : [])];
  const definitions = collections.map((collection) => {
    const comment = docComment(collection.note ?? collection.label, collection);
    const prefix = `pub const ${constantCase(collection.name)}: Collection`;
    return `${comment}${assign(prefix, collectionCode(collection))}\n`;
  });
  const head = '//! What the service keeps, as the contract says.\n\n';
  return `${head}use crate::api::{${names.join(', ')}};\n\n${definitions.join('\n')}`;
}

function collectionCode({ name, key, keyFrom, supplied }: Collection): Code {
  return struct('Collection', {
    name: literal(name),
    key: literal(key),
    key_from: `KeyFrom::${pascalCase(keyFrom)}`,
    supplied: slice(
      supplied.map(({ property, from, value, date = false }) =>
        struct('Supplied', {
          property: literal(property),
          source:
            from === 'null'
              ? 'Source::Null'
              : from === 'value'
                ? call('Source::Value', literal(JSON.stringify(value)))
                : struct(`Source::${pascalCase(from)}`, { day: String(date) }),
        }),
      ),
    ),
  });
}

/** `collections::REPAIRS.list(Keeping { … })` */
export function keepingCode(keeping: Keeping): Code {
  const text = (value: string | undefined) =>
    value === undefined ? 'None' : call('Some', literal(value));
  return call(
    `collections::${constantCase(keeping.collection)}.${keeping.does}`,
    struct('Keeping', {
      status: String(keeping.status),
      answers: String(keeping.answers),
      answer_in: text(keeping.answerIn),
      request_in: text(keeping.requestIn),
      count: text(keeping.count),
      limit: text(keeping.limit),
      offset: text(keeping.offset),
      page: text(keeping.page),
      page_size: keeping.pageSize === undefined ? 'None' : `Some(${keeping.pageSize})`,
      filters: slice(keeping.filters.map(literal)),
    }),
  );
}
