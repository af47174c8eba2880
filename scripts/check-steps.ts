import { globSync } from 'node:fs';
import { root } from './root.ts';
import { runStep, type Step, type StepResult } from './step.ts';

const runner = [
  'node',
  '--enable-source-maps',
  '--disable-warning=ExperimentalWarning',
  '--test',
] as const;
const reporter = '--test-reporter=./scripts/failures-reporter.ts';

/** Test files, sorted: fast ones, or slow ones (`*.slow.test.ts`). */
export function testFiles(kind: 'fast' | 'slow'): string[] {
  const pattern = '{src,test,scripts,packages,apps,bench}/**/*.test.ts';
  const all = globSync(pattern, {
    cwd: root,
    exclude: (path) => /node_modules|\/template\//.test(path),
  });
  return all.filter((file) => file.endsWith('.slow.test.ts') === (kind === 'slow')).sort();
}

/** All fast tests share one process: starting Node per file would cost a minute on two cores. */
export const fastTests = (files: readonly string[] = testFiles('fast')): Step => ({
  name: 'fast tests',
  command: [...runner, '--test-isolation=none', '--test-timeout=20000', reporter, ...files],
});

/** Slow tests wait on other programs: a process each, two at a time; one crash does not hide the others. */
export const slowTests = (files: readonly string[]): Step => ({
  name: 'slow tests',
  command: [...runner, '--test-concurrency=2', '--test-timeout=600000', reporter, ...files],
  live: true,
});

const local = (name: string) => `node_modules/.bin/${name}`;

/** Format, lint, types, layers and fast tests, side by side; prints each as it ends. */
export async function runCheckSteps(): Promise<StepResult[]> {
  const steps: Step[] = [
    { name: 'format', command: [local('oxfmt'), '--check'] },
    {
      name: 'lint',
      command: [local('oxlint'), '--type-aware', '--deny-warnings', '--format=unix'],
    },
    { name: 'types', command: [local('tsc'), '--project', '.'] },
    { name: 'layers', command: ['node', 'scripts/layers.ts'] },
    fastTests(),
  ];
  return Promise.all(steps.map(runStep));
}
