import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commands } from './registry.gen.ts';
import { runCommandLine } from './test-ports.ts';

const order = {
  formatVersion: 1,
  processes: [
    {
      id: 'order',
      executable: true,
      nodes: [
        { id: 'start', type: 'startEvent' },
        { id: 'check', type: 'scriptTask', script: '{large: amount > 100}' },
        { id: 'size', type: 'exclusiveGateway', default: 'small' },
        { id: 'approve', type: 'userTask' },
        {
          id: 'wait',
          type: 'boundaryEvent',
          attachedTo: 'approve',
          event: { type: 'timer', after: 'P2D' },
        },
        { id: 'end', type: 'endEvent' },
      ],
      flows: [
        { id: 'f1', from: 'start', to: 'check' },
        { id: 'f2', from: 'check', to: 'size' },
        { id: 'big', from: 'size', to: 'approve', when: 'large' },
        { id: 'small', from: 'size', to: 'end' },
        { id: 'f3', from: 'approve', to: 'end' },
        { id: 'f4', from: 'wait', to: 'end' },
      ],
    },
  ],
};

describe('microforge process', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'microforge-process-'));
    writeFileSync(join(folder, 'order.json'), JSON.stringify(order));
  });
  after(() => rmSync(folder, { recursive: true }));
  const run = (...argv: string[]) =>
    runCommandLine([], ['process', ...argv], { commands, cwd: folder });

  it('converts to BPMN and back to the same', async () => {
    const bpmn = await run('convert', 'order.json');
    assert.equal(bpmn.code, 0);
    writeFileSync(join(folder, 'order.bpmn'), bpmn.stdout);
    const json = await run('convert', 'order.bpmn', '--bare');
    assert.deepEqual(JSON.parse(json.stdout), order);
    const again = await run('convert', 'order.bpmn', '--to', 'bpmn');
    assert.equal(again.stdout, bpmn.stdout);
    assert.equal((await run('convert', 'order.bpmn', '--to', 'word')).code, 2);
  });

  it('checks: fine, and what is wrong at its place', async () => {
    const fine = await run('check', 'order.json');
    assert.deepEqual([fine.code, fine.stderr], [0, '']);
    assert.match(fine.stdout, /^order: can be executed; sound/);
    const { stdout } = await run('convert', 'order.json');
    writeFileSync(
      join(folder, 'wrong.bpmn'),
      stdout.replaceAll('exclusiveGateway', 'complexGateway'),
    );
    const wrong = await run('check', 'wrong.bpmn');
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /process\/not-executed[\s\S]*wrong\.bpmn:\d+/);
    const json = await run('check', 'wrong.bpmn', '--json');
    assert.equal((JSON.parse(json.stdout) as { executable: boolean }[])[0]?.executable, false);
  });

  it('runs, with data, results of jobs, and time that passes', async () => {
    const small = await run('run', 'order.json', '--data', '{"amount": 5}', '--json');
    assert.equal(small.code, 0);
    assert.deepEqual((JSON.parse(small.stdout) as { data: unknown }).data, {
      amount: 5,
      large: false,
    });
    const late = await run(
      'run',
      'order.json',
      '--data',
      '{"amount": 500}',
      '--job',
      'approve=open',
    );
    assert.equal(late.code, 0);
    assert.match(late.stdout, /2d 00:00:00 {2}catch {4}wait/);
    const failed = await run(
      'run',
      'order.json',
      '--data',
      '{"amount": 500}',
      '--job',
      'approve=!E',
    );
    assert.deepEqual([failed.code, /waiting at approve: error E/.test(failed.stdout)], [0, false]);
    assert.equal((await run('run', 'order.json', '--data', '[]')).code, 2);
    assert.equal((await run('run', 'order.json', '--job', 'a=1')).code, 2);
  });

  it('takes the workflows of requirements, or says cli/no-workflow: from a file, stdin or a sentence', async () => {
    const text = [
      '# Shop\n\n## Entities\n- Order: number, total (money)\n\n## Roles\n- Clerk: sells\n\n## Order workflow\n',
      '1. The clerk writes the order.\n2. If the total is above 5, the clerk calls the customer.\n3. Pack it.\n',
    ].join('');
    writeFileSync(join(folder, 'shop.md'), text);
    const checked = await run('check', 'shop.md');
    assert.deepEqual([checked.code, checked.stderr], [0, '']);
    assert.match(checked.stdout, /^order-workflow: can be executed; sound/);
    const bpmn = await run('convert', 'shop.md');
    assert.match(bpmn.stdout, /<bpmn:lane id="order-workflow\.lane-1" name="Clerk">/);
    const stdin = () => Promise.resolve(new TextEncoder().encode(text));
    const ports = { commands, cwd: folder, stdin };
    const piped = await runCommandLine([], ['process', 'convert', '-'], ports);
    assert.equal(piped.stdout, bpmn.stdout.replaceAll('shop.md', 'stdin'));
    assert.match((await run('draw', 'shop.md')).stdout, /^<svg[\s\S]*The clerk/);
    const played = await run('run', 'shop.md', '--data', '{"order": {"total": "6.00"}}');
    assert.match(played.stdout, /enter {4}order-workflow\.step-2\n/);
    const json = await run('convert', 'shop.md', '--to', 'json');
    writeFileSync(join(folder, 'shop.json'), json.stdout);
    assert.equal((await run('convert', 'shop.json')).stdout, bpmn.stdout);
    const none = await run('check', 'Create a service to manage products with SKU and name');
    assert.equal(none.code, 1);
    assert.match(none.stderr, /describes no workflow/);
  });

  it('says what is no process, cli/unreadable-process', async () => {
    writeFileSync(join(folder, 'broken.json'), '{');
    for (const file of ['nothing.bpmn', '.', 'broken.json']) {
      const { code, stderr } = await run('check', file);
      assert.equal(code, 1);
      assert.match(stderr, /unreadable-process/);
    }
  });

  it('is a group of commands', async () => {
    const alone = await run();
    assert.deepEqual([alone.code, alone.stdout], [2, '']);
    assert.match(alone.stderr, /process check/);
    assert.equal((await run('--help')).code, 0);
    assert.match((await run('chek')).stderr, /did you mean "process check"/);
    assert.match(
      (await runCommandLine([], ['help', 'process', 'run'], { commands })).stdout,
      /--data JSON/,
    );
  });
});
