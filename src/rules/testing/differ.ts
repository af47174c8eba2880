import { compileRules } from '../compile/compile-rules.ts';
import { verdictOf } from '../compile/verdict.ts';
import { printFeel } from '../feel/print-feel.ts';
import { interpret } from '../interpret/interpret.ts';
import { inputEnvironment } from '../rule-set/input-value.ts';
import { Random } from './random.ts';
import { randomCondition, randomInput, randomInputs } from './random-expression.ts';

/**
 * Compares generated code and bytecode with the plain interpreter on random rules; gives a line for each
 * verdict that differs.
 */
export function differences(seed: number, ruleCount: number, recordCount: number): string[] {
  const random = new Random(seed);
  const now = Date.parse('2026-01-31T10:00:00Z');
  const rules = Array.from({ length: ruleCount }, (_, index) => ({
    id: `rule/${index}`,
    version: '1',
    condition: randomCondition(random, 1 + random.below(4)),
    message: '',
    priority: 0,
    salience: 0,
  }));
  const set = { id: 'random', inputs: randomInputs, rules };
  const programs = [compileRules(set, 'code'), compileRules(set, 'bytecode')];
  const wrong: string[] = [];
  for (let count = 0; count < recordCount; count += 1) {
    const record = randomInput(random);
    const verdicts = programs.map((program) => program.decide(record, now));
    for (const [index, { condition }] of rules.entries()) {
      const env = inputEnvironment(
        randomInputs,
        () => record,
        () => now,
      );
      const expected = verdictOf(interpret(condition, env));
      const given = verdicts.map((verdict) => verdict[index]);
      if (given.every((verdict) => verdict === expected)) continue;
      const on = JSON.stringify(record);
      wrong.push(
        `seed ${seed}: ${printFeel(condition)} of ${on}: ${expected}, given ${given.join()}`,
      );
    }
  }
  return wrong;
}
