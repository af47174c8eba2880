import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDocument } from '../document/parse-document.ts';
import { detectLanguage } from './detect-language.ts';

const languageOf = (text: string) => detectLanguage(parseDocument('x.md', text));

test('abbreviations of German are no small words of Polish', () => {
  assert.equal(
    languageOf('Geräte: Nummer, z. B. „A-12“, i. d. R. vierstellig, und Ort, z. B. Lager'),
    'de',
  );
  assert.equal(languageOf('Klient: imię, nazwisko i adres, na przykład z miasta'), 'pl');
});
