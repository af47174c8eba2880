import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { vocabularyOf } from '../lexicon/vocabulary.ts';
import type { Language } from '../words/language.ts';
import type { Facts } from './facts.ts';
import { readDetails } from './read-details.ts';

const least = (value: string, exclusive = false): Facts => ({ min: { value, exclusive } });
const most = (value: string, exclusive = false): Facts => ({ max: { value, exclusive } });
const within = (low: string, high: string): Facts => ({ ...least(low), ...most(high) });

/** What remarks say of numbers and lengths. */
const remarks: readonly (readonly [Language, Readonly<Record<string, Facts>>])[] = [
  [
    'en',
    {
      'no more than 50': most('50'),
      'not more than 50': most('50'),
      'not greater than 9': most('9'),
      'cannot exceed 100': most('100'),
      'must not be higher than 40': most('40'),
      'not less than 5': least('5'),
      'must not be lower than 5': least('5'),
      'never below 0': least('0'),
      'greater than 5': least('5', true),
      'greater than or equal to 5': least('5'),
      'less than or equal to 9': most('9'),
      'greater than 5, less than 9': { ...least('5', true), ...most('9', true) },
      'at least 5 but not more than 9': within('5', '9'),
      'from 1 through 10': within('1', '10'),
      'between 20 and 10': within('10', '20'),
      '2025-00417': {},
      'exactly 6 characters': { minLength: 6, maxLength: 6 },
      'at least 50 characters, at most 10 characters': { minLength: 50, maxLength: 10 },
      'not longer than 80 characters': { maxLength: 80 },
      '3 letters followed by 4 digits': { pattern: '^[A-Za-z]{3}[0-9]{4}$' },
      'two capital letters, then 6 digits': { pattern: '^[A-Z]{2}[0-9]{6}$' },
      '2 lowercase letters, a hyphen and 3 digits': { pattern: '^[a-z]{2}-[0-9]{3}$' },
      '6 digits': { pattern: '^[0-9]{6}$' },
      'exactly 5 digits': { pattern: '^[0-9]{5}$' },
      '4-digit code': { pattern: '^[0-9]{4}$' },
      'three-letter code': { pattern: '^[A-Za-z]{3}$' },
      '10 to 12 digits': { pattern: '^[0-9]{10,12}$' },
      'up to 6 digits': { maxLength: 6 },
      'up to 3 decimals': {},
      '18+': least('18'),
      'over 18': least('18', true),
      'must be under 100': most('100', true),
      'orders over 100 need approval': {},
      'ISO 4217 code': { pattern: '^[A-Z]{3}$' },
      'ISO 3166-1 alpha-2': { pattern: '^[A-Z]{2}$' },
      'hex color (#RRGGBB)': { pattern: '^#[0-9A-Fa-f]{6}$' },
      'HH:MM': { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
      'in E.164 format': { pattern: '^\\+[1-9][0-9]{6,14}$' },
      'only digits': { pattern: '^[0-9]+$' },
      'uppercase letters only, up to 8 characters': { pattern: '^[A-Z]+$', maxLength: 8 },
      'only letters and digits': {},
      'unique per customer': { uniqueWithin: 'customer' },
      'must be unique within the building, required': { uniqueWithin: 'building', required: true },
      'at most 5 per table': {},
    },
  ],
  [
    'de',
    {
      'nicht mehr als 50': most('50'),
      'nicht kleiner als 5': least('5'),
      'nicht unter 5': least('5'),
      'nicht über 9': most('9'),
      'größer als 5': least('5', true),
      'größer oder gleich 5': least('5'),
      'kleiner oder gleich 9': most('9'),
      'genau 6 Zeichen': { minLength: 6, maxLength: 6 },
      'zwei Großbuchstaben und 4 Ziffern': { pattern: '^[A-Z]{2}[0-9]{4}$' },
    },
  ],
  [
    'es',
    {
      'no más de 50': most('50'),
      'no menor que 5': least('5'),
      'no mayor a 9': most('9'),
      'mayor que 5': least('5', true),
      'mayor o igual a 5': least('5'),
      'menor o igual que 9': most('9'),
      'exactamente 6 caracteres': { minLength: 6, maxLength: 6 },
      '3 letras y 4 dígitos': { pattern: '^[A-Za-z]{3}[0-9]{4}$' },
    },
  ],
  [
    'pt',
    {
      'não mais de 50': most('50'),
      'não menor que 5': least('5'),
      'maior ou igual a 5': least('5'),
      'menor ou igual a 9': most('9'),
      '3 letras seguidas de 4 dígitos': { pattern: '^[A-Za-z]{3}[0-9]{4}$' },
    },
  ],
  [
    'fr',
    {
      'pas plus de 50': most('50'),
      'pas moins de 5': least('5'),
      'supérieur ou égal à 5': least('5'),
      'inférieur ou égal à 9': most('9'),
      'supérieur à 5': least('5', true),
      'exactement 6 caractères': { minLength: 6, maxLength: 6 },
      'deux lettres puis 6 chiffres': { pattern: '^[A-Za-z]{2}[0-9]{6}$' },
    },
  ],
  [
    'it',
    {
      'non più di 50': most('50'),
      'non inferiore a 5': least('5'),
      'maggiore o uguale a 5': least('5'),
      'minore o uguale a 9': most('9'),
    },
  ],
  ['nl', { 'niet meer dan 50': most('50'), 'niet minder dan 5': least('5') }],
  ['pl', { 'nie więcej niż 50': most('50'), 'nie mniej niż 5': least('5') }],
  ['ru', { 'не больше 50': most('50'), 'не меньше 5': least('5'), 'больше 5': least('5', true) }],
  ['uk', { 'не більше 50': most('50'), 'не менше 5': least('5') }],
];

describe('readDetails', () => {
  for (const [language, said] of remarks)
    it(`reads limits in ${language}`, () => {
      const vocabulary = vocabularyOf(language);
      for (const [text, facts] of Object.entries(said))
        assert.deepEqual(readDetails(text, vocabulary), facts, text);
    });
});
