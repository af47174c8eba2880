import { loadDecisions } from '../../src/rules/index.ts';
import type { RuleSet } from '../../src/rules/index.ts';

/** A rule in no notation: someone is old enough, is from one of some countries, and buys enough or is in a state. */
export interface BenchRule {
  readonly id: string;
  readonly age: number;
  readonly countries: readonly string[];
  readonly total: number;
  readonly status: string;
}

export function benchRules(count: number): readonly BenchRule[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `rule/${at}`,
    age: 18 + (at % 50),
    countries: ['DE', 'AT', `c${at % 97}`],
    total: at * 1.5,
    status: `s${at % 7}`,
  }));
}

/** What the rules are asked about: no two after each other take the same way through them. */
export const benchRecords = Array.from({ length: 64 }, (_, at) => ({
  age: 10 + at,
  country: ['DE', 'FR', 'c5', 'AT'][at % 4] ?? 'DE',
  order: { total: at * 31.7 },
  status: `s${at % 9}`,
}));

/** The rules in our notation. */
export async function benchRuleSet(rules: readonly BenchRule[]): Promise<RuleSet> {
  const { parseFeel } = await loadDecisions();
  return {
    id: 'bench',
    inputs: [],
    rules: rules.map(({ id, age, countries, total, status }) => {
      const list = countries.map((country) => JSON.stringify(country)).join(', ');
      const text = `age >= ${age} and country in (${list}) and (order.total > ${total} or status = "${status}")`;
      const { value: condition = { kind: 'null' as const } } = parseFeel(text);
      return { id, version: '1', condition, message: '', priority: 0, salience: 0 };
    }),
  };
}
