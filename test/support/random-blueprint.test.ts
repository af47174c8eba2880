import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson } from '#blueprint';
import { randomBlueprint } from './random-blueprint.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe('randomBlueprint', () => {
  it('gives the same for the same seed, and another for another', () => {
    const texts = seeds.map((seed) => canonicalJson(randomBlueprint(seed)));
    const again = seeds.slice(0, 10);
    assert.deepEqual(
      texts.slice(0, 10),
      again.map((seed) => canonicalJson(randomBlueprint(seed))),
    );
    assert.equal(new Set(texts).size, seeds.length);
  });

  it('covers every field type, relation, constraint and kind of node', () => {
    const text = seeds.map((seed) => JSON.stringify(randomBlueprint(seed))).join('\n');
    const kinds = [
      'string',
      'text',
      'integer',
      'number',
      'decimal',
      'money',
      'boolean',
      'date',
      'datetime',
      'uuid',
      'email',
      'url',
      'phone',
      'json',
      'enum',
      'list',
      'reference',
    ];
    const wanted = [
      ...kinds.map((kind) => `"kind":"${kind}"`),
      ...['one', 'many'].map((cardinality) => `"cardinality":"${cardinality}"`),
      ...['restrict', 'cascade', 'clear'].map((action) => `"onDelete":"${action}"`),
      ...['pattern', 'min', 'max', 'minLength', 'maxLength', 'default', 'guard', 'lifecycle'].map(
        (key) => `"${key}":`,
      ),
      ...['unique', 'secret', 'account', 'own', 'exclusive'].map((key) => `"${key}":true`),
      ...[
        'permission/',
        'role/',
        'story/',
        'process/',
        'integration/',
        'quality/',
        'question/',
        'table/',
      ].map((id) => `"id":"${id}`),
      '"access":"public"',
      '/key/1',
    ];
    assert.deepEqual(
      wanted.filter((part) => !text.includes(part)),
      [],
    );
  });
});
