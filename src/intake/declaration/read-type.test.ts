import assert from 'node:assert/strict';
import { test } from 'node:test';
import { busyTime } from '../../../test/support/busy-time.ts';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import { readType } from './read-type.ts';

const typeOf = (text: string) => readType(text, vocabularyOf('en'))?.type;

test('a list may be of the plural of a type, or of records', () => {
  assert.deepEqual(typeOf('list of strings'), { kind: 'list', items: { kind: 'string' } });
  assert.deepEqual(typeOf('list of dates'), { kind: 'list', items: { kind: 'date' } });
  assert.deepEqual(typeOf('Boat[]'), { kind: 'reference', to: 'Boat', cardinality: 'many' });
});

test('lists of lists cost no more than they are long', () => {
  const before = busyTime();
  typeOf(`Foo${'[]'.repeat(140)}`);
  typeOf(`${'list of '.repeat(36)}foos`);
  typeOf(`${'List<'.repeat(50)}Foos${'>'.repeat(50)}`);
  assert.ok(busyTime() - before < 500);
});
