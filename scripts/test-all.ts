import './assert-node.mjs';
import { fastTests, runCheckSteps, slowTests, testFiles } from './check-steps.ts';
import { runStep, verdict } from './step.ts';
import { installSystemPackages } from './system-packages.ts';

// npm test [-- words]: everything, or only the tests whose path holds one of the words.
const words = process.argv.slice(2);
const chosen = (files: readonly string[]) =>
  words.length === 0 ? files : files.filter((file) => words.some((word) => file.includes(word)));

const started = performance.now();
const fast = chosen(testFiles('fast'));
const slow = chosen(testFiles('slow'));
const results = [];
if (words.length === 0) {
  results.push(...(await runCheckSteps({ short: false })));
  results.push(
    await runStep({ name: 'unused code', command: ['node_modules/.bin/knip', '--no-progress'] }),
  );
} else if (fast.length > 0) {
  // Given no file, Node would look for tests itself, and find this one.
  results.push(await runStep(fastTests(fast)));
}
if (slow.length > 0) {
  installSystemPackages(slow);
  results.push(await runStep(slowTests(slow)));
}
process.exitCode = verdict('test', results, started);
