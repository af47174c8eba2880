import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { readRulesDocument } from '../document/read-rules-document.ts';
import { explainDecisions } from '../explain/explain-decisions.ts';
import { Random } from '../testing/random.ts';
import { analyseRules } from './analyse-rules.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

type Rules = Readonly<Record<string, string>>;
const inputs = [
  { name: 'n', type: 'integer' },
  { name: 'm', type: 'integer' },
  { name: 'day', type: 'date' },
] as const;

const read = (rules: Rules, more: Readonly<Record<string, object>> = {}) => {
  const list = Object.entries(rules).map(([id, must]) => ({ id, must, ...more[id] }));
  const { value, diagnostics } = readRulesDocument({ formatVersion: 1, inputs, rules: list });
  assert.ok(value, diagnostics[0]?.message);
  return value;
};
const findings = (...given: Parameters<typeof read>) =>
  analyseRules(read(...given).rules).map(({ diagnostic: { code }, rules, witness }) => [
    code,
    rules.join(),
    witness,
  ]);

describe('rules together', () => {
  test('one that nothing keeps, and one that everything keeps', () => {
    assert.deepEqual(findings({ a: 'n > 5 and n < 3' }), [['rules/never-holds', 'a', {}]]);
    assert.deepEqual(findings({ a: 'n > 5 and n < 6' }), [['rules/never-holds', 'a', {}]]);
    assert.deepEqual(findings({ a: 'n > 5 or n <= 5' }), [['rules/always-holds', 'a', {}]]);
    assert.deepEqual(findings({ a: 'n > 5', b: 'm < 5' }), []);
  });

  test('contradictions, with the values of what says when they apply', () => {
    assert.deepEqual(findings({ a: 'n > 5', b: 'n < 3' }), [['rules/contradiction', 'a,b', {}]]);
    const choice = {
      a: 'if n > 10 then kind = "x" else true',
      b: 'if n > 20 then kind in ("y", "z") else true',
    };
    assert.deepEqual(findings(choice), [['rules/contradiction', 'a,b', { n: 21 }]]);
    assert.deepEqual(findings({ ...choice, b: 'if n > 5 then kind in ("x", "y") else true' }), []);
    assert.deepEqual(findings(choice, { b: { priority: 1 } }), [
      ['rules/outranked', 'a,b', { n: 21 }],
    ]);
  });

  test('one that another makes needless, with values that break both', () => {
    assert.deepEqual(findings({ wide: 'n < 10', narrow: 'n < 5' }), [
      ['rules/needless', 'wide,narrow', { n: 10 }],
    ]);
    assert.deepEqual(findings({ a: '5 > n', b: 'not(n >= 5)' }), [
      ['rules/needless', 'b,a', { n: 5 }],
    ]);
    assert.deepEqual(findings({ a: 'day > date("2026-01-01")', b: 'day >= date("2026-01-02")' }), [
      ['rules/needless', 'b,a', { day: '2025-12-31' }],
    ]);
    assert.deepEqual(findings({ a: 'order.total > 5', b: 'order.total > 3 or order.paid' }), [
      ['rules/needless', 'b,a', { 'order.total': 2, 'order.paid': false }],
    ]);
  });

  test('what compares with more than constants is left out', () => {
    assert.deepEqual(
      findings({ a: 'n > m', b: 'n < m', c: 'abs(n) > 3', d: 'n > "a"', e: 'n > 1' }),
      [],
    );
  });

  test('a thousand rules take little time; too many pairs are said', () => {
    const many = Array.from({ length: sweep(300, 1000) }, (_, at): [string, string] => [
      `r${at}`,
      `x${at % 100} > ${at}`,
    ]);
    const started = busyTime();
    const codes = new Set(findings(Object.fromEntries(many)).map(([code]) => code));
    assert.deepEqual([...codes], ['rules/needless']);
    assert.ok(busyTime() - started < 5000);
    const names = Array.from({ length: 12 }, (_, at) => `y${at} > ${at}`).join(' and ');
    assert.deepEqual(findings({ a: names, b: `not(${names})` }), [['rules/rules-cut', '', {}]]);
  });

  test('what is said of random rules is what happens', () => {
    const atoms = ['n > 2', 'n <= 4', 'm = 1', 'm != 3', 'n in [1..3]', 'm < 2', 'n = 0', 'm >= 4'];
    const counts = new Map<string, number>();
    const seeds = sweep(30, 300);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const random = new Random(seed);
      const clause = () =>
        `(${random.pick(atoms)} ${random.pick(['and', 'or'])} ${random.pick(atoms)})`;
      const must = () =>
        random.chance(30) ? `if ${random.pick(atoms)} then ${clause()} else true` : clause();
      const known = read({ a: must(), b: must() });
      const found = analyseRules(known.rules);
      const verdicts = Array.from({ length: 64 }, (_, at) => {
        const record = { n: Math.floor(at / 8) - 1, m: (at % 8) - 1 };
        return explainDecisions(known, record, 0).rules.map(({ verdict }) => verdict);
      });
      const [a, b] = [0, 1].map((at) => verdicts.map((one) => one[at]));
      const say = JSON.stringify(known.rules.rules.map(({ condition }) => condition));
      for (const { diagnostic, rules } of found) {
        counts.set(diagnostic.code, (counts.get(diagnostic.code) ?? 0) + 1);
        const of = (id: string | undefined) => (id === 'a' ? a : b) ?? [];
        const [one, other] = rules.map(of);
        if (diagnostic.code === 'rules/never-holds') assert.ok(!one?.includes(true), say);
        if (diagnostic.code === 'rules/always-holds') assert.ok(!one?.includes(false), say);
        if (diagnostic.code === 'rules/needless')
          assert.ok(
            other?.every((holds, at) => !holds || one?.[at]),
            say,
          );
      }
      const both = verdicts.some((one) => one.every(Boolean));
      const each = a?.includes(true) && b?.includes(true);
      if (each && !both)
        assert.ok(
          found.some(({ diagnostic: { code } }) => code === 'rules/contradiction'),
          say,
        );
      const isNeedless = verdicts.every(([one, other]) => !one || other);
      const isTold = each && a?.includes(false) && b?.includes(false) && both;
      if (isNeedless && isTold)
        assert.ok(
          found.some(({ diagnostic: { code } }) => /needless|contradiction/.test(code)),
          say,
        );
    }
    assert.ok(
      (counts.get('rules/needless') ?? 0) > seeds / 15 &&
        (counts.get('rules/contradiction') ?? 0) > seeds / 60,
    );
  });
});
