import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'json-rules-engine';
import type { BenchRule, benchRecords } from './bench-rules.ts';

type BenchRecord = (typeof benchRecords)[number];
/** Gives the ids of the rules that hold. */
export type RunRules = (record: BenchRecord) => readonly string[] | Promise<readonly string[]>;
type MakeEngine = (rules: readonly BenchRule[]) => RunRules | Promise<RunRules>;

const folder = join(import.meta.dirname, '../rivals/rules');

/** Other rule engines by name. Those that nothing else here uses are installed first, with their versions pinned. */
export async function ruleEngines(): Promise<ReadonlyMap<string, MakeEngine>> {
  if (!existsSync(join(folder, 'node_modules'))) {
    const args = ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', args, { cwd: folder, stdio: 'ignore', timeout: 120_000 });
  }
  const { cel, zen } = (await import(join(folder, 'engines.mjs'))) as Record<
    'cel' | 'zen',
    MakeEngine
  >;
  return new Map([
    ['json-rules-engine', jsonRulesEngine],
    ['zen-engine', zen],
    ['cel-js', cel],
  ]);
}

function jsonRulesEngine(rules: readonly BenchRule[]): RunRules {
  const engine = new Engine();
  for (const { id, age, countries, total, status } of rules) {
    const either = [
      { fact: 'order', path: '$.total', operator: 'greaterThan', value: total },
      { fact: 'status', operator: 'equal', value: status },
    ];
    const all = [
      { fact: 'age', operator: 'greaterThanInclusive', value: age },
      { fact: 'country', operator: 'in', value: countries },
      { any: either },
    ];
    engine.addRule({ conditions: { all }, event: { type: id } });
  }
  return async (record) => (await engine.run(record)).events.map(({ type }) => type);
}
