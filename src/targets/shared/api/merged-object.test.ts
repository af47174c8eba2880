import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiDeclaration, ApiType } from './api-type.ts';
import { mergedObject } from './merged-object.ts';

const text: ApiType = { kind: 'text' };
const object = (name: string, properties: Readonly<Record<string, ApiType>>): ApiDeclaration => ({
  name,
  description: '',
  type: {
    kind: 'object',
    open: false,
    properties: Object.entries(properties).map(([key, type]) => ({
      name: key,
      required: true,
      type,
    })),
  },
});
const named = (name: string): ApiType => ({ kind: 'named', name });
const known = new Map(
  [
    object('Ship', { name: text, kind: text }),
    object('Ferry', { kind: { kind: 'literal', value: 'ferry' }, decks: { kind: 'integer' } }),
    object('Odd', { name: { kind: 'boolean' } }),
    { name: 'Loop', description: '', type: { kind: 'all', of: [named('Loop')] } as const },
    { name: 'Words', description: '', type: text },
  ].map((declaration) => [declaration.name, declaration]),
);
const merged = (kind: 'all' | 'union', ...names: readonly string[]) =>
  mergedObject({ kind, of: names.map(named) }, known)?.properties.map(
    ({ name, required, type }) => `${name}${required ? '' : '?'} ${type.kind}`,
  );

test('all of several objects have the properties of each, in the narrowest type that is known', () => {
  assert.deepEqual(merged('all', 'Ship', 'Ferry'), ['name text', 'kind literal', 'decks integer']);
  assert.deepEqual(merged('all', 'Ship', 'Odd'), ['name any', 'kind text']);
});

test('of a choice every property may be there', () => {
  assert.deepEqual(merged('union', 'Ship', 'Ferry'), [
    'name? text',
    'kind union',
    'decks? integer',
  ]);
});

test('what is no object, or only itself, is none', () => {
  assert.equal(merged('all', 'Ship', 'Words'), undefined);
  assert.equal(merged('all', 'Loop'), undefined);
});
