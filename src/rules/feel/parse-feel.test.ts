import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../../test/support/sweep.ts';
import { show } from '../functions/conversions.ts';
import { environment } from '../interpret/environment.ts';
import { interpret } from '../interpret/interpret.ts';
import { fromJson } from '../json.ts';
import { Random } from '../testing/random.ts';
import { randomCondition } from '../testing/random-expression.ts';
import { Unknown } from '../unknown.ts';
import { feelExamples } from './feel-examples.ts';
import { parseFeel, parseUnaryTests } from './parse-feel.ts';
import { printFeel, printUnaryTests } from './print-feel.ts';
import { busyTime } from '../../../test/support/busy-time.ts';

const variables: Readonly<Record<string, unknown>> = {
  age: 17,
  name: 'Ada',
  'monthly salary': 2500.5,
  'risk-level': 'high',
  tags: ['a', 'b'],
  order: { total: 12.5, lines: [{ price: 2 }, { price: 3 }] },
  nothing: null,
};
const names = Object.keys(variables);

export function valueOfFeel(text: string): string {
  const { value, diagnostics } = parseFeel(text, { names });
  assert.ok(value, diagnostics[0]?.message);
  const env = environment({
    now: Date.UTC(2026, 1, 3, 10),
    variable: (name) =>
      names.includes(name) ? fromJson(variables[name], name) : new Unknown('missing', name),
  });
  return show(interpret(value, env), true);
}

describe('FEEL', () => {
  for (const { construct, examples } of feelExamples) {
    test(construct, () => {
      for (const [text, expected] of examples) {
        assert.equal(valueOfFeel(text), expected, text);
        const { value } = parseFeel(text, { names });
        assert.ok(value);
        const printed = printFeel(value);
        assert.deepEqual(parseFeel(printed, { names }).value, value, `${text} → ${printed}`);
      }
    });
  }

  test('unary tests', () => {
    const meets = (tests: string, value: unknown) => {
      const { value: condition, diagnostics } = parseUnaryTests(tests, { names });
      assert.ok(condition, diagnostics[0]?.message);
      const again = printUnaryTests(condition);
      assert.deepEqual(parseUnaryTests(again, { names }).value, condition, `${tests} → ${again}`);
      const variable = (name: string) => fromJson(name === '?' ? value : variables[name], name);
      const met = interpret(condition, environment({ now: 0, variable }));
      return met instanceof Unknown ? undefined : met;
    };
    const cases: readonly (readonly [string, unknown, unknown])[] = [
      ['-', 5, true],
      ['< 18', 17, true],
      ['< 18', 18, false],
      ['< 18', null, undefined],
      ['[1..5), 7', 5, false],
      ['[1..5), 7', 7, true],
      [']1..5]', 1, false],
      ['not(1, > 8)', 9, false],
      ['not(1, > 8)', 5, true],
      ['"a", "b"', 'b', true],
      ['"a"', 1, undefined],
      ['null', null, true],
      ['true', false, false],
      ['age', 17, true],
      ['tags', 'b', true],
      ['tags', 'c', false],
      ['? * 2 > 10', 6, true],
      ['starts with(?, "A")', 'Ada', true],
      ['date("2026-01-31")', '2026-01-31', undefined],
      ['-5', -5, true],
    ];
    for (const [tests, value, expected] of cases) {
      assert.equal(meets(tests, value), expected, `${tests} of ${JSON.stringify(value)}`);
    }
  });

  test('any expression is printed so that it reads as the same', () => {
    const random = new Random(1);
    for (let count = 0; count < sweep(200, 3000); count += 1) {
      const condition = randomCondition(random);
      const text = printFeel(condition);
      const { value, diagnostics } = parseFeel(text);
      assert.deepEqual(value, condition, diagnostics[0]?.message ?? text);
    }
  });

  test('says what is wrong and where', () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['1 +', /unexpected: the text ends at character 4/],
      ['(1', /'\)' expected: the text ends/],
      ['if a then b', /'else' expected/],
      ['"open', /unexpected: '"' at character 1/],
      ['foo(1)', /there is no function 'foo' at character 4/],
      ['substring("a")', /'substring' takes 2 to 3 arguments/],
      ['abs(m: 1)', /'abs' has no parameter 'm'/],
      ['@"tomorrow"', /no date, time or duration/],
      ['x instance of thing', /no type that is known/],
      ['a b', /unexpected: 'b' at character 3/],
      ['for x y', /'in' expected/],
      ['constructor("x")', /there is no function 'constructor'/],
    ];
    for (const [text, message] of cases) {
      const { value, diagnostics } = parseFeel(text);
      assert.equal(value, undefined, text);
      assert.equal(diagnostics[0]?.code, 'rules/feel-syntax');
      assert.match(diagnostics[0].message, message);
    }
  });

  test('hostile text ends quickly', () => {
    const hostile = [
      '('.repeat(49_000),
      '['.repeat(49_000),
      '-'.repeat(49_000),
      'a'.repeat(50_001),
      'x in ('.repeat(8000),
      'not('.repeat(12_000),
      '/*'.repeat(24_000),
      '"\\'.repeat(24_000),
      'a '.repeat(24_000),
      '1 in (1..'.repeat(5000),
      '{a:'.repeat(16_000),
    ];
    for (const text of hostile) {
      const started = busyTime();
      assert.equal(parseFeel(text).value, undefined);
      assert.ok(busyTime() - started < 1000, text.slice(0, 10));
    }
  });

  test('patterns end in time that is linear in the text', () => {
    const started = busyTime();
    const text = 'a'.repeat(5000);
    for (const pattern of ['(a+)+$', '(a|a)*b', '(a|aa)+c', '([a-z]+)*1', '(.*)(.*)(.*)(.*)x']) {
      assert.equal(valueOfFeel(`matches("${text}!", "^${pattern}")`), 'false');
    }
    assert.ok(busyTime() - started < 5000);
    assert.equal(valueOfFeel('matches("aa", "(a)\\\\1")'), 'null');
    assert.equal(valueOfFeel('matches("a", "(a{1000}){1000}")'), 'null');
  });

  test('loops have an end', () => {
    assert.equal(valueOfFeel('count(for a in 1..1000, b in 1..1000 return a)'), 'null');
    assert.equal(valueOfFeel('some a in 1..9999999999 satisfies a < 0'), 'null');
  });
});
