import { globSync } from 'node:fs';
import { withMemoryFolder } from './memory-folder.ts';
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

/** Fast tests share a process: starting Node per file would cost a minute on two cores. */
export const fastTests = (files: readonly string[], name = 'fast tests'): Step => ({
  name,
  command: [...runner, '--test-isolation=none', '--test-timeout=20000', reporter, ...files],
});

/** Tests that read requirements: together, since each process compiles the patterns of intake again. */
const READ_REQUIREMENTS =
  /^(?:src\/(?:cli|files|forge|intake|verify|process\/requirements|targets\/given)|test\/generated)\b/;

/** Tests of packages that speak HTTP: half of the time that all of them wait. */
const SPEAK_HTTP = /^packages\/\w+\/src\/(?:gateway|grpc|http-component|registry)\//;

/** All of them in four processes: those of packages mostly wait, the others need a core for each half. */
function allFastTests(): Step[] {
  const files = testFiles('fast');
  const ofPackages = files.filter((file) => file.startsWith('packages/'));
  const others = files.filter((file) => !file.startsWith('packages/'));
  const reading = others.filter((file) => READ_REQUIREMENTS.test(file));
  const models = others.filter((file) => !READ_REQUIREMENTS.test(file));
  return [
    fastTests(models, 'fast tests of models'),
    { ...fastTests(reading, 'fast tests of intake'), longest: true },
    fastTests(
      ofPackages.filter((file) => SPEAK_HTTP.test(file)),
      'fast tests of gateway',
    ),
    fastTests(
      ofPackages.filter((file) => !SPEAK_HTTP.test(file)),
      'fast tests of packages',
    ),
  ];
}

/** Slow tests wait on other programs: a process each, two at a time; one crash does not hide the others. */
export const slowTests = (files: readonly string[]): Step => ({
  name: 'slow tests',
  command: [...runner, '--test-concurrency=2', '--test-timeout=600000', reporter, ...files],
  live: true,
});

const local = (name: string) => `node_modules/.bin/${name}`;
const buildInfo = 'node_modules/.cache/types.tsbuildinfo';

/**
 * Format, lint, types, layers and fast tests, side by side; prints each as it ends. With `short` the sweeps
 * of the tests go only so far (`test/support/sweep.ts`), and their files are in memory where there is room.
 */
export async function runCheckSteps({ short }: { short: boolean }): Promise<StepResult[]> {
  const steps: Step[] = [
    { name: 'format', command: [local('oxfmt'), '--check'] },
    {
      name: 'lint',
      command: [local('oxlint'), '--type-aware', '--deny-warnings', '--format=unix'],
    },
    {
      name: 'types',
      // Reads again only what changed, and what that reaches.
      command: [local('tsc'), '--project', '.', '--incremental', '--tsBuildInfoFile', buildInfo],
    },
    { name: 'layers', command: ['node', 'scripts/layers.ts'] },
    ...allFastTests(),
  ];
  const runAll = (env: Readonly<Record<string, string>>) =>
    Promise.all(steps.map((step) => runStep({ ...step, env })));
  if (!short) return runAll({});
  return withMemoryFolder((folder) =>
    runAll({ MICROFORGE_SWEEP: 'short', ...(folder !== undefined && { TMPDIR: folder }) }),
  );
}
