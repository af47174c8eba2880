import { entityById } from '#blueprint';
import type { Imports } from '../../emit/imports.ts';
import { readSymbol } from '../../../shared/samples/reference-symbol.ts';
import { Repeated } from '../../../shared/samples/repeated.ts';
import { Raw } from '../text/json-code.ts';
import { useSupport } from './support-names.ts';
import type { TestContext } from './test-context.ts';
import { testFolder } from './test-folder.ts';

/** Values with code in place of symbols: code that makes the record referred to and answers its id. */
export function withReferences(value: unknown, context: TestContext, imports: Imports): unknown {
  const symbol = readSymbol(value);
  if (symbol) return new Raw(idCode(symbol, context, imports));
  if (Array.isArray(value)) return value.map((item) => withReferences(item, context, imports));
  if (typeof value !== 'object' || value === null || value instanceof Repeated) return value;
  if (value instanceof Raw) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withReferences(item, context, imports)]),
  );
}

/** True if a value holds a symbol, so that its code must wait for something. */
export function hasReferences(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return readSymbol(value) !== undefined;
  return Object.values(value).some(hasReferences);
}

function idCode(
  { entity, number }: { readonly entity: string; readonly number: number },
  { input, samples, voice }: TestContext,
  imports: Imports,
): string {
  if (!entityById(input.service, entity).account) {
    const sample = samples.get(entity);
    const create = imports.value(
      `../${sample && testFolder(sample)}/samples.ts`,
      `create${sample?.type}`,
    );
    return `(await ${create}(${voice.name})).id`;
  }
  if (number === 1) return `${voice.name}.id`;
  return `(await ${useSupport(imports, 'join')}(${voice.name})).id`;
}
