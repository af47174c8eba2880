import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from './sentences.ts';

const texts = (text: string) => sentencesOf({ text }).map((sentence) => sentence.text);

test('a sentence ends at a full stop, whatever letter stands before it', () => {
  for (const text of [
    'Se anota la instalación. Cada toma tiene un número.',
    'Il n’y en a jamais. Le ticket est fini.',
    'O valor é só. A taxa fica lá.',
  ])
    assert.equal(texts(text).length, 2, text);
});

test('an abbreviation, an initial or a number of a point ends none', () => {
  for (const text of [
    'Colours, e.g. red or blue',
    'signed by A. Berg',
    '2.1. Boats are kept',
    'Farben, z.B. rot',
  ])
    assert.deepEqual(texts(text), [text]);
});
