import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutClause } from './without-clause.ts';

const names: readonly (readonly [written: string, noun: string | undefined])[] = [
  ['due date', 'due date'],
  ['date of the visit', 'date of the visit'],
  ['is active', 'is active'],
  ['maximum height they are equipped for', 'maximum height'],
  ['name of whoever signs', 'name of whoever signs'],
  ['person to whom we write', 'person'],
  ["ville d'où elle vient", 'ville'],
  ['Adresse an der besichtigt wird', 'Adresse'],
  ['that number never changes', undefined],
  ['which not every beginner has', undefined],
  ['for example L24', undefined],
  ['goes on', undefined],
  ['ground got a name', undefined],
];

test('a noun keeps its name and loses the clause behind it', () => {
  for (const [written, noun] of names) assert.equal(withoutClause(written), noun, written);
});
