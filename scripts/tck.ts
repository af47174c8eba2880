import './assert-node.mjs';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDecisions } from '#rules';
import { needSuite } from './need-suite.ts';
import { readTestCases } from './tck/test-cases.ts';
import { runTestCase } from './tck/run-test-case.ts';

/*
 * npm run tck -- FOLDER [--json] [--only WORD]: runs the DMN TCK, from a folder that holds a copy of it (its TestCases,
 * or what is above them), and says for each level how many test cases pass: all results of a case are as expected. A
 * decision that cannot be read has no value, and is as expected only where the suite expects an error.
 */

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  allowPositionals: true,
});
const [folder = '.'] = positionals;
const files = globSync('**/compliance-level-*/**/*.xml', { cwd: folder })
  .filter((file) => file.includes(values.only) && !file.includes('non-compliant'))
  .sort();
needSuite(files.length, folder, 'the DMN TCK (github.com/dmn-tck/tck) with its TestCases');
const { readDmnLeniently } = await loadDecisions();
const levels = new Map<string, { passed: number; total: number }>();
const failed: { case: string; problem: string }[] = [];
for (const file of files) {
  const [, level = ''] = /compliance-level-(\d)/.exec(file) ?? [];
  const suite = readTestCases(readFileSync(join(folder, file), 'utf8'));
  if (!suite) continue;
  const path = join(folder, dirname(file), suite.model);
  const read = existsSync(path) ? await readDmnLeniently(readFileSync(path, 'utf8')) : undefined;
  const tally = levels.get(level) ?? { passed: 0, total: 0 };
  levels.set(level, tally);
  for (const one of suite.cases) {
    tally.total += 1;
    const problem = read ? runTestCase(read, one) : 'there is no model';
    if (problem === undefined) tally.passed += 1;
    else failed.push({ case: `${dirname(file).split('/').at(-1)}/${one.id}`, problem });
  }
}
const report = Object.fromEntries([...levels].map(([level, tally]) => [`level${level}`, tally]));
if (values.json) console.log(JSON.stringify({ ...report, failed }));
else {
  for (const one of failed) console.log(`${one.case}: ${one.problem}`);
  for (const [level, { passed, total }] of levels)
    console.log(`level ${level}: ${passed} of ${total} test cases`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
