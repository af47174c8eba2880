import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { analyseModel } from '../analyse/analyse-model.ts';
import { explainDecisions } from '../explain/explain-decisions.ts';
import { toJson } from '../json.ts';
import { reasonOf, Unknown } from '../unknown.ts';
import { readRulesDocument } from './read-rules-document.ts';

const loan = {
  formatVersion: 1,
  name: 'Loan',
  inputs: [
    { name: 'monthly income', type: 'number' },
    { name: 'birth', type: 'date' },
  ],
  decisions: [
    { name: 'grown up', value: 'birth <= date("2008-01-01")' },
    {
      name: 'limit',
      table: {
        hitPolicy: 'first',
        inputs: ['grown up', { value: 'monthly income' }],
        outputs: ['limit'],
        rows: [
          ['false', '-', '0'],
          ['-', '< 1000', 'monthly income'],
          ['-', '[1000..5000]', 'monthly income * 2'],
        ],
      },
    },
  ],
  rules: [
    { id: 'positive', must: 'monthly income > 0', message: 'There is no income.' },
    { id: 'old', must: 'false', to: '2020-01-01' },
    { id: 'known', must: 'nickname != "x"' },
  ],
} as const;

const read = (json: unknown) => {
  const { value, diagnostics } = readRulesDocument(json);
  assert.ok(value, diagnostics[0]?.message);
  return value;
};
const codes = (json: unknown) => readRulesDocument(json).diagnostics.map(({ code }) => code);
const NOW = Date.parse('2026-02-03T10:00:00Z');

describe('rules as JSON', () => {
  test('decisions require what they name, and every verdict comes with what it read', () => {
    const record = { 'monthly income': '2500.10', birth: '2000-05-05' };
    const { decisions, rules } = explainDecisions(read(loan), record, NOW);
    assert.deepEqual(
      decisions.map(({ decision, value, read: seen, table }) => [
        decision.name,
        toJson(value),
        Object.fromEntries([...seen].map(([name, one]) => [name, toJson(one)])),
        table?.rows,
      ]),
      [
        ['grown up', true, { birth: '2000-05-05' }, undefined],
        ['limit', 5000.2, { 'grown up': true, 'monthly income': 2500.1 }, [2]],
      ],
    );
    assert.deepEqual(
      decisions[1]?.rows?.map(({ matches, because }) => [matches, because?.input, because?.test]),
      [
        [false, 'grown up', 'false'],
        [false, 'monthly income', '< 1000'],
        [true, undefined, undefined],
      ],
    );
    assert.deepEqual(
      rules.map(({ rule, verdict, reason }) => [rule, verdict, reason && reasonOf(reason)]),
      [
        ['positive', true, undefined],
        ['known', true, undefined],
      ],
    );
  });

  test('what is not known has a reason, in rows, too', () => {
    const { decisions, rules } = explainDecisions(read(loan), { birth: 'never' }, NOW);
    const [grown, limit] = decisions;
    assert.ok(grown?.value instanceof Unknown);
    assert.equal(reasonOf(grown.value), 'birth is no date');
    assert.deepEqual(
      limit?.rows?.map(({ matches, because }) => [matches, because?.reason]),
      [
        // In FEEL null is not equal to false, and that is known.
        [false, undefined],
        [undefined, 'monthly income is not given'],
        [undefined, 'monthly income is not given'],
      ],
    );
    assert.equal(rules[0]?.verdict, undefined);
    assert.ok(rules[0]?.reason);
  });

  test('only the decisions that are asked for, and what they require', () => {
    const asked = (name: string) =>
      explainDecisions(read(loan), {}, NOW, [name]).decisions.map(({ decision }) => decision.name);
    assert.deepEqual(asked('grown up'), ['grown up']);
    assert.deepEqual(asked('limit'), ['grown up', 'limit']);
  });

  test('tables are analysed with the types of the inputs', () => {
    const found = analyseModel(read(loan).model).get('limit') ?? [];
    assert.deepEqual(
      found.map(({ diagnostic: { code }, witness }) => [code, witness]),
      [['rules/gap', { 'grown up': true, 'monthly income': 5001 }]],
    );
  });

  test('what is wrong is said at its place', () => {
    for (const json of [
      null,
      [],
      {},
      { ...loan, extra: 1 },
      { ...loan, decisions: [{ name: 'a' }] },
    ])
      assert.equal(codes(json)[0], 'rules/malformed');
    assert.deepEqual(codes({ ...loan, rules: [{ id: 'a', must: '1 +' }] }), ['rules/feel-syntax']);
    const table = { inputs: ['a'], outputs: ['b'], rows: [['1']] };
    assert.deepEqual(codes({ formatVersion: 1, decisions: [{ name: 'a', table }] }), [
      'rules/uneven-row',
    ]);
    const circle = [
      { name: 'a', value: 'b' },
      { name: 'b', value: 'a' },
    ];
    assert.deepEqual(codes({ formatVersion: 1, decisions: circle }), ['rules/cycle']);
    assert.deepEqual(codes({ ...loan, rules: [loan.rules[0], loan.rules[0]] }), [
      'rules/duplicate-name',
    ]);
    assert.equal(codes(JSON.parse('{"formatVersion": 1, "__proto__": {}}'))[0], 'rules/malformed');
  });
});
