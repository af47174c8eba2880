import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readApi } from './api.ts';
import { formats } from './formats.ts';
import { isAtLeast, isAtMost } from './limits.ts';
import { createValidator } from './validator.ts';

describe('createValidator', () => {
  it('asserts formats and limits of text, and says where the fault is', () => {
    const properties = {
      born: { type: 'string', format: 'date' },
      price: { type: 'string', 'x-maximum': { value: '10.5', exclusive: true } },
    };
    const document = {
      components: { schemas: { A: { type: 'object', properties, additionalProperties: false } } },
      paths: {},
    };
    const problem = (value: unknown) =>
      createValidator(readApi(document)).problem('/components/schemas/A', value);
    assert.equal(problem({ born: '2024-02-29', price: '10.49' }), undefined);
    assert.match(problem({ born: '2023-02-29' }) ?? '', /^\/born must match format/);
    assert.match(problem({ price: '10.50' }) ?? '', /^\/price/);
    assert.match(problem({ odd: 1 }) ?? '', /must not have 'odd'/);
  });

  it('refuses a contract with a format that nobody defined', () => {
    const refused = (A: unknown) =>
      assert.throws(
        () => createValidator(readApi({ components: { schemas: { A } }, paths: {} })),
        /format '(?:isbn|constructor)'/,
      );
    refused({ type: 'string', format: 'isbn' });
    refused({ type: 'string', format: 'constructor' });
    refused({ properties: { default: { type: 'string', format: 'isbn' } } });
    refused({ properties: { properties: { items: { format: 'isbn' } } } });
  });

  it('takes no value of a property called format for a format', () => {
    const properties = {
      format: { type: 'string', default: 'vinyl', examples: ['vinyl'] },
      example: { type: 'string' },
    };
    const A = { type: 'object', properties, example: { format: 'vinyl', example: 'format' } };
    const document = { components: { schemas: { A } }, paths: {} };
    const validator = createValidator(readApi(document));
    assert.equal(validator.problem('/components/schemas/A', { format: 'vinyl' }), undefined);
  });
});

it('knows the formats as the service profile defines them', () => {
  const cases: readonly (readonly [
    format: string,
    good: readonly string[],
    bad: readonly string[],
  ])[] = [
    [
      'date',
      ['2024-02-29', '0001-01-01', '9999-12-31'],
      ['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-1-1'],
    ],
    [
      'date-time',
      ['2024-01-01T00:00:00Z', '2024-01-01T23:59:59.123456789-05:30'],
      [
        '2024-01-01',
        '2024-01-01T24:00:00Z',
        '2024-01-01T00:00:00',
        '2024-01-01 00:00:00Z',
        '2024-01-01T00:00:60Z',
      ],
    ],
    ['email', ['a@b.co', 'a+b@c.d.e'], ['a@b', 'a@@b.c', 'a b@c.d', '@b.c', 'a@b..c']],
    ['uri', ['https://a.b/c?d'], ['a.b', '/c', 'http://a b']],
    ['uuid', ['0190F5C2-7b1a-7c3d-8e4f-5a6b7c8d9e0f'], ['0190f5c27b1a7c3d8e4f5a6b7c8d9e0f', '']],
  ];
  for (const [format, good, bad] of cases) {
    for (const text of good) assert.equal(formats[format]?.(text), true, `${format} ${text}`);
    for (const text of bad) assert.equal(formats[format]?.(text), false, `${format} ${text}`);
  }
});

it('compares decimals exactly, dates and times by their moment', () => {
  const limit = (value: string, exclusive = false) => ({ value, exclusive });
  assert.ok(isAtLeast('0.30', limit('0.3')));
  assert.ok(!isAtLeast('0.30', limit('0.3', true)));
  assert.ok(isAtMost('99999999999999999999.98', limit('99999999999999999999.99')));
  assert.ok(!isAtMost('99999999999999999999.991', limit('99999999999999999999.99')));
  assert.ok(!isAtLeast('-0.51', limit('-0.5')));
  assert.ok(isAtMost('2024-01-01T01:00:00+02:00', limit('2024-01-01')));
  assert.ok(!isAtMost('2024-01-02', limit('2024-01-01')));
});
