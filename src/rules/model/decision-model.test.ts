import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { busyTime } from '../../../test/support/busy-time.ts';
import { sweep } from '../../../test/support/sweep.ts';
import { parseFeel } from '../feel/parse-feel.ts';
import { environment, MAX_WORK } from '../interpret/environment.ts';
import { fromJson, toJson } from '../json.ts';
import { reasonOf, Unknown } from '../unknown.ts';
import { checkModel } from './check-model.ts';
import type { Decision, DecisionModel } from './decision-model.ts';
import { evaluateModel, evaluateNamed } from './evaluate-model.ts';

const decision = (name: string, feel: string, ...requires: string[]): Decision => {
  const { value: expression } = parseFeel(feel, { names: requires });
  assert.ok(expression);
  return {
    id: `id-${name}`,
    name,
    requires: requires.map((one) => `id-${one}`),
    logic: { kind: 'expression', expression },
  };
};

const modelOf = (...decisions: readonly Decision[]): DecisionModel => ({
  id: 'm',
  name: 'm',
  inputs: [{ id: 'id-amount', name: 'amount' }],
  decisions,
});

const valuesOf = (model: DecisionModel, amount: unknown) => {
  const variable = (name: string) => fromJson(name === 'amount' ? amount : undefined, name);
  const values = evaluateModel(model, environment({ now: 0, variable }));
  return Object.fromEntries(
    [...values].map(([name, value]) => [
      name,
      value instanceof Unknown ? reasonOf(value) : toJson(value),
    ]),
  );
};

describe('a decision model', () => {
  test('decides what a decision requires first', () => {
    const model = modelOf(
      decision('total', 'net + tax', 'net', 'tax'),
      decision('tax', 'net * 0.2', 'net'),
      decision('net', 'amount * 2', 'amount'),
    );
    assert.deepEqual(checkModel(model), []);
    assert.deepEqual(valuesOf(model, 10), { total: 24, tax: 4, net: 20 });
  });

  test('sees only what it requires', () => {
    const model = modelOf(decision('a', '1'), decision('b', 'a + amount', 'a'));
    assert.deepEqual(valuesOf(model, 1), { a: 1, b: 'amount is not given' });
  });

  test('circles are reported with their path, and unknown when they are evaluated', () => {
    const model = modelOf(
      decision('a', 'b', 'b'),
      decision('b', 'c', 'c'),
      decision('c', 'a', 'a'),
      decision('d', 'a', 'a', 'nobody'),
    );
    const [circle, dangling, ...others] = checkModel(model);
    assert.equal(circle?.code, 'rules/cycle');
    assert.match(circle.message, /: a → b → c → a\.$/);
    assert.equal(dangling?.code, 'rules/unknown-requirement');
    assert.match(dangling.message, /'id-nobody'/);
    assert.deepEqual(others, []);
    assert.equal(valuesOf(model, 1)['d'], 'a depends on itself');
  });

  test('a long chain of decisions needs no deep stack', () => {
    const chain = Array.from({ length: sweep(8000, 20_000) }, (_, at) =>
      decision(`d${at}`, '1', `d${at + 1}`),
    );
    const codes = checkModel(modelOf(...chain)).map(({ code }) => code);
    assert.deepEqual(codes, ['rules/unknown-requirement']);
    const waiting = Array.from({ length: sweep(2000, 5000) }, (_, at) =>
      decision(`d${at}`, `d${at + 1}`, `d${at + 1}`),
    );
    assert.equal(valuesOf(modelOf(...waiting), 1)['d0'], 'the chain of decisions is too large');
  });

  test('a circle of very many is shown in part', () => {
    const all = Array.from({ length: 5000 }, (_, at) =>
      decision(`d${at}`, '1', `d${(at + 1) % 5000}`, 'd0'),
    );
    const circles = checkModel(modelOf(...all));
    assert.equal(circles.length, 5001);
    assert.ok(circles.every(({ message }) => message.length < 500));
    assert.match(circles.at(0)?.message ?? '', /: d0 → d1 → .* → d49 → … → d0\.$/);
  });

  test('very many decisions, inputs and services take time in proportion', () => {
    const many = Array.from({ length: sweep(2000, 30_000) }, (_, at) => at);
    const model: DecisionModel = {
      id: 'm',
      name: 'm',
      inputs: many.map((at) => ({ id: `id-i${at}`, name: `i${at}` })),
      decisions: many.flatMap((at) => [
        decision(`own${at}`, `i${at}`, `i${at}`),
        decision(`d${at}`, `own${at} + s${at}(1)`, `own${at}`, `s${at}`),
      ]),
      services: many.map((at) => ({
        id: `id-s${at}`,
        name: `s${at}`,
        outputs: [`id-own${at}`],
        inputs: [`id-i${at}`],
        inputDecisions: [],
      })),
    };
    const started = busyTime();
    const values = evaluateModel(model, environment({ now: 0, variable: () => fromJson(2) }));
    assert.ok(busyTime() - started < 5000, `${busyTime() - started} ms`);
    assert.equal(toJson(values.get(`d${many.length - 1}`) ?? new Unknown('null')), 3);
  });

  test('services that make very many decisions at every call have an end', () => {
    const parts = Array.from({ length: sweep(120, 1000) }, (_, at) => at);
    const model: DecisionModel = {
      ...modelOf(
        ...parts.map((at) => decision(`part${at}`, '1')),
        ...parts.map((at) => decision(`d${at}`, 's()', 's')),
      ),
      services: [
        {
          id: 'id-s',
          name: 's',
          outputs: parts.map((at) => `id-part${at}`),
          inputs: [],
          inputDecisions: [],
        },
      ],
    };
    const env = () => environment({ now: 0, work: { left: sweep(10_000, MAX_WORK) } });
    const [first, last] = [
      evaluateNamed(model, env(), 'd0'),
      evaluateModel(model, env()).get(`d${parts.length - 1}`),
    ];
    assert.ok(first instanceof Map && first.get(`part${parts.length - 1}`) !== undefined);
    assert.equal(last instanceof Unknown && last.code, 'limit');
  });
});
