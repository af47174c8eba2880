import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataModel } from '../data-model.ts';
import { readSentence } from './read-sentence.ts';
import type { Reading } from './read-sentence.ts';
import { vocabularyOf } from './sentence/vocabulary.ts';
import { englishModel, englishRoles, englishSentences } from './testing/english-sentences.ts';
import { foreignSentences } from './testing/foreign-sentences.ts';
import { modelOf } from './testing/model-of.ts';
import { permitModel, permitRoles, permitSentences } from './testing/permit-sentences.ts';
import { prose, unclear } from './testing/prose.ts';
import { severalModel, severalSentences } from './testing/several-sentences.ts';
import { showFinding } from './testing/show.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

const english = modelOf(englishModel);

test('English sentences become what they say', () => {
  const read = readerOf(english, englishRoles);
  const table = rowsOf(englishSentences);
  assert.ok(table.length >= 120, `${table.length} sentences`);
  for (const { sentence, entity, expected } of table)
    assert.equal(shown(read(sentence, entity)), expected, sentence);
});

test('sentences about several records become what they say', () => {
  const read = readerOf(modelOf(severalModel), []);
  for (const { sentence, entity, expected } of rowsOf(severalSentences))
    assert.equal(shown(read(sentence, entity)), expected, sentence);
});

test('sentences as officials write them become what they say, and nothing else', () => {
  const read = readerOf(modelOf(permitModel), permitRoles);
  for (const { sentence, entity, expected } of rowsOf(permitSentences)) {
    const reading = read(sentence, entity);
    const said = reading.kind === 'findings' ? shown(reading) || 'nothing' : '?';
    assert.equal(said, expected, sentence);
  }
});

for (const { language, model, roles, sentences } of foreignSentences)
  test(`sentences in ${language} become what they say`, () => {
    const read = readerOf(modelOf(model, language), roles);
    for (const { sentence, entity, expected } of rowsOf(sentences))
      assert.equal(shown(read(sentence, entity)), expected, sentence);
  });

test('the tables of other languages are large', () => {
  assert.ok(foreignSentences.flatMap(({ sentences }) => rowsOf(sentences)).length >= 60);
});

test('prose, wishes for the interface and talk about the project become no rule', () => {
  const read = readerOf(english, englishRoles);
  const sentences = linesOf(prose);
  assert.ok(sentences.length >= 60, `${sentences.length} sentences`);
  for (const sentence of sentences) {
    const reading = read(sentence);
    assert.deepEqual('findings' in reading ? reading.findings : [], [], sentence);
  }
});

test('a demand that is not understood surely is a question', () => {
  const read = readerOf(english, englishRoles);
  for (const sentence of linesOf(unclear)) {
    const reading = read(sentence);
    assert.equal(reading.kind, 'not-understood', sentence);
  }
});

test('what a part says for certain holds beside a part that is not understood', () => {
  const reading = readerOf(
    english,
    englishRoles,
  )('The username must be unique, and must never offend the king.');
  assert.equal(reading.kind, 'not-understood');
  assert.deepEqual(reading.findings.map(showFinding), ['user.username unique']);
});

test('two entities that fit equally well leave a question', () => {
  assert.equal(readerOf(english, englishRoles)('The email must be unique.').kind, 'not-understood');
});

test('a sentence of any length is read in linear time', () => {
  const read = readerOf(english, englishRoles);
  const long = 'The price must be greater than 0 and '.repeat(20_000);
  const start = busyTime();
  assert.notEqual(read(long).kind, 'findings');
  read(`If ${'the order is paid, '.repeat(2000)} then`);
  read('('.repeat(50_000));
  assert.ok(busyTime() - start < 15_000);
});

function readerOf(model: DataModel, roles: readonly string[]) {
  const known = roles.map((name) => ({
    name,
    aliases: [
      `${name}s`,
      `${name}es`,
      `${name}en`,
      ...(name === 'admin' ? ['administrator', 'administrators'] : []),
    ],
  }));
  const vocabulary = vocabularyOf(model, known);
  return (sentence: string, heading?: string): Reading => {
    const entity = model.entities.find((candidate) => candidate.entity.name === heading);
    return readSentence(sentence, vocabulary, new Map(), { entity, amongRules: true });
  };
}

function shown(reading: Reading): string {
  return reading.kind === 'findings' ? reading.findings.map(showFinding).join('; ') : reading.kind;
}

function rowsOf(table: string) {
  return linesOf(table).map((line) => {
    const [left = '', expected = ''] = line.split(' ⇒ ');
    const [sentence = '', entity] = left.split(' @');
    return { sentence, entity, expected };
  });
}

function linesOf(table: string): readonly string[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
