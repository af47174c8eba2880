import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../root.ts';

const folder = mkdtempSync(join(tmpdir(), 'microforge-tck-'));
after(() => rmSync(folder, { recursive: true }));

const model = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
  <inputData id="n" name="n"><variable name="n" typeRef="number"/></inputData>
  <decision id="d" name="twice"><informationRequirement><requiredInput href="#n"/></informationRequirement>
    <literalExpression><text>n * 2</text></literalExpression></decision>
  <decision id="e" name="wrong"><literalExpression><text>n *</text></literalExpression></decision>
</definitions>`;

const testCase = (id: string, decision: string, value: string, error = '') => `<testCase id="${id}">
  <inputNode name="n"><value xsi:type="xsd:decimal">21</value></inputNode>
  <resultNode name="${decision}" type="decision"${error}><expected><value ${value}</value></expected></resultNode>
</testCase>`;

const tests = (...cases: readonly string[]) => `<testCases
  xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <modelName>m.dmn</modelName>${cases.join('')}</testCases>`;

function run(
  ...args: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const all = [join(root, 'scripts/tck.ts'), ...args];
    const options = { cwd: root, timeout: 60_000 };
    execFile(process.execPath, all, options, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('npm run tck', () => {
  it('counts test cases by level; an error is as expected only where the suite says so', async () => {
    const place = join(folder, 'TestCases/compliance-level-2/0001-mine');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'm.dmn'), model);
    const cases = [
      testCase('right', 'twice', 'xsi:type="xsd:decimal">42'),
      testCase('other', 'twice', 'xsi:type="xsd:decimal">43'),
      testCase('unreadable', 'wrong', 'xsi:nil="true">'),
      testCase('error', 'wrong', 'xsi:nil="true">', ' errorResult="true"'),
    ];
    writeFileSync(join(place, 'm-test-01.xml'), tests(...cases));
    const { code, stdout } = await run(folder, '--json');
    const { level2, failed } = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual([code, level2], [1, { passed: 2, total: 4 }]);
    assert.deepEqual(
      (failed as { case: string }[]).map((one) => one.case),
      ['0001-mine/other', '0001-mine/unreadable'],
    );
  });

  it('says what it needs where there is no copy of the suite', async () => {
    const { code, stdout, stderr } = await run(join(folder, 'nothing'));
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /needs a copy of the DMN TCK/);
  });
});
