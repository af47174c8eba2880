import { jsonName } from '#blueprint';
import { listFilters, searchableFields } from '#contract';
import { readSymbol } from './reference-symbol.ts';
import type { Sample } from './sample.ts';

/** A way to find a sample in a list; `\${value}` in the queries stands for the value of its property. */
export interface Search {
  /** In words, for the title of a test. */
  readonly by: string;
  readonly name: string;
  readonly finds: string;
  readonly misses: string;
}

/** One way of each kind: by a value, by an order, by a text. */
export function searches({ entity, record }: Sample): readonly Search[] {
  const filters = listFilters(entity).filter(({ property }) => isPlain(record[property.name]));
  const equal = filters.find(({ operator }) => operator === 'eq')?.property.name;
  const ordered = filters.find(({ operator }) => operator === 'gte')?.property.name;
  const text = searchableFields(entity)
    .map(jsonName)
    .find((name) => isPlain(record[name]) && String(record[name]).length <= 100);
  return [
    ...(equal === undefined ? [] : [by(equal, equal, '=${value}', '[ne]=${value}')]),
    ...(ordered === undefined
      ? []
      : [by(`the least ${ordered}`, ordered, '[gte]=${value}', '[gt]=${value}')]),
    ...(text === undefined
      ? []
      : [{ by: 'a text in them', name: text, finds: 'q=${value}', misses: 'q=no%20such%20text' }]),
  ];
}

function by(words: string, name: string, finds: string, misses: string): Search {
  return { by: words, name, finds: name + finds, misses: name + misses };
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && readSymbol(value) === undefined;
}
