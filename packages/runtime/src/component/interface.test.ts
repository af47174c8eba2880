import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInterface, interfaceProblem } from './interface.ts';

describe('an interface', () => {
  const fine = { name: 'billing.invoice', version: '1.0.0', input: true, output: {} };

  it('has a name, a semantic version and two schemas', () => {
    assert.equal(defineInterface(fine), fine);
    const bad = [
      [{ ...fine, name: 'Billing' }, /name of an interface/],
      [{ ...fine, version: '1' }, /version like "1.0.0"/],
      [{ ...fine, output: undefined }, /schemas "input" and "output"/],
      [null, /no object/],
    ] as const;
    for (const [definition, message] of bad) {
      assert.match(interfaceProblem(definition) ?? '', message);
      assert.throws(() => defineInterface(definition as typeof fine), message);
    }
  });
});
