import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { sweep } from '../../../test/support/sweep.ts';
import { randomBlueprint } from '../../../test/support/random-blueprint.ts';
import { readApi } from './api.ts';
import { candidates } from './candidates.ts';
import { createRandom } from './random.ts';
import { regexSample } from './regex-sample.ts';
import { sample } from './sample.ts';
import { createValidator } from './validator.ts';

describe('sample', () => {
  it('makes bodies that keep the schema, for every kind of field', () => {
    for (let seed = 1; seed <= sweep(1, 15); seed += 1) {
      const blueprint = randomBlueprint(seed);
      const service = blueprint.system.services[0]!;
      const api = readApi(createContract({ blueprint, service }).openapi);
      const validator = createValidator(api);
      for (const { name, body } of api.operations) {
        if (!body) continue;
        for (const optional of [0, 50, 100]) {
          const value = sample(body.schema, {
            root: api.document,
            random: createRandom(seed),
            optional,
          });
          assert.equal(validator.problem(body.pointer, value), undefined, `${seed} ${name}`);
        }
      }
    }
  });

  it('makes texts for patterns', () => {
    const patterns = [
      '^[A-Z]{2}-\\d{3,6}$',
      '^(red|green|blue)?[^a-m]+\\.x{2}$',
      '^(?:a|b(?<n>c))\\w*?\\s$',
      '^[\\d.\\-]{4}$',
      '^$',
      '^\\S+@[^@]{1,3}$',
    ];
    for (const pattern of patterns) {
      for (let seed = 0; seed < 30; seed += 1) {
        assert.match(regexSample(pattern, createRandom(seed)), new RegExp(pattern, 'u'));
      }
    }
  });
});

describe('candidates', () => {
  it('hold the values on both sides of each limit', () => {
    const values = (schema: object) =>
      candidates({}, schema, createRandom(1)).map(({ value }) => value);
    const numbers = values({ type: 'integer', minimum: 3, exclusiveMaximum: 9 });
    for (const value of [2, 3, 4, 8, 9, 10, null, '7', 1.5])
      assert.ok(numbers.includes(value), String(value));
    const texts = values({ type: 'string', minLength: 2, maxLength: 5 });
    for (const value of ['a', 'aa', 'aaaaa', 'aaaaaa', '😀😀😀😀😀', '', null, 7])
      assert.ok(texts.includes(value), String(value));
    const decimals = values({ type: 'string', 'x-minimum': { value: '-1', exclusive: false } });
    for (const value of ['-1.01', '-1.00', '-0.99']) assert.ok(decimals.includes(value), value);
    const dates = values({
      type: 'string',
      format: 'date',
      'x-maximum': { value: '2024-03-01', exclusive: false },
    });
    for (const value of ['2024-02-29', '2024-03-01', '2024-03-02', '2023-02-29'])
      assert.ok(dates.includes(value), value);
    const lists = values({ type: 'array', items: { type: 'integer' }, maxItems: 2 }).filter(
      Array.isArray,
    );
    for (const length of [0, 2, 3])
      assert.ok(
        lists.some((list) => list.length === length),
        String(length),
      );
  });

  it('are the same for the same seed, and none comes twice', () => {
    const of = () => candidates({}, { type: 'string', pattern: '^[a-z]+$' }, createRandom(7));
    assert.deepEqual(of(), of());
    const texts = of().map(({ value }) => JSON.stringify(value));
    assert.equal(new Set(texts).size, texts.length);
  });
});
