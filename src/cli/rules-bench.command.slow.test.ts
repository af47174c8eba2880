import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { commands } from './registry.gen.ts';
import { runCommandLine } from './test-ports.ts';

it('microforge rules bench measures rules and decisions, each for a second', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'microforge-rules-bench-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const rules = {
    formatVersion: 1,
    inputs: [{ name: 'total', type: 'number' }],
    decisions: [{ name: 'late', value: 'today() > date("2026-06-30")' }],
    rules: [{ id: 'small', must: 'total < 100', message: 'Too much.' }],
  };
  writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
  const shipping = new URL('../../examples/shipping.dmn', import.meta.url).pathname;
  for (const file of [shipping, 'rules.json']) {
    const argv = ['rules', 'bench', file, '--data', '{"weight": 12}', '--json'];
    const { code, stdout } = await runCommandLine([], argv, { commands, cwd: folder });
    assert.equal(code, 0);
    const figures = JSON.parse(stdout) as { perSecond: number }[];
    assert.ok(figures.length > 1 && figures.every(({ perSecond }) => perSecond > 1000));
  }
});
