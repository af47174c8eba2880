import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commands } from './registry.gen.ts';
import { runCommandLine } from './test-ports.ts';

const shipping = readFileSync(new URL('../../examples/shipping.dmn', import.meta.url), 'utf8');
const rules = {
  formatVersion: 1,
  inputs: [{ name: 'total', type: 'number' }],
  decisions: [{ name: 'late', value: 'today() > date("2026-06-30")' }],
  rules: [{ id: 'small', must: 'total < 100', message: 'Too much.', version: '2' }],
};

describe('microforge rules', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'microforge-rules-'));
    writeFileSync(join(folder, 'shipping.dmn'), shipping);
    writeFileSync(join(folder, 'rules.json'), JSON.stringify(rules));
    writeFileSync(join(folder, 'values.json'), '{"weight": 0.5, "country": "DE"}');
    writeFileSync(
      join(folder, 'overlap.dmn'),
      shipping.replace('not("DE", "FR", "IT", "PL")', 'not("FR", "IT", "PL")'),
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  const run = (...argv: string[]) =>
    runCommandLine([], ['rules', ...argv], { commands, cwd: folder });

  it('checks: nothing found, or each finding with values that show it', async () => {
    const fine = await run('check', 'shipping.dmn');
    assert.deepEqual([fine.code, fine.stderr], [0, '']);
    assert.match(fine.stdout, /^zone: table of 3 rows; nothing found\nfee: /);
    const wrong = await run('check', 'overlap.dmn');
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr, /rules\/overlap[\s\S]*country = "DE"/);
    const { stdout } = await run('check', 'overlap.dmn', '--json');
    const { decisions } = JSON.parse(stdout) as { decisions: { findings: unknown[] }[] };
    assert.deepEqual(decisions[0]?.findings, [
      {
        code: 'rules/overlap',
        severity: 'error',
        message: `Rows 1 and 3 of table 'zone' both match for country = "DE", but only one may.`,
        rows: [1, 3],
        witness: { country: 'DE' },
      },
    ]);
  });

  it('checks rules that have to hold together', async () => {
    const two = [...rules.rules, { id: 'large', must: 'total > 500' }];
    writeFileSync(join(folder, 'two.json'), JSON.stringify({ ...rules, rules: two }));
    const { code, stdout, stderr } = await run('check', 'two.json');
    assert.equal(code, 1);
    assert.match(stdout, /2 rules; 1 found/);
    assert.match(stderr, /rules\/contradiction[\s\S]*'small' and 'large'/);
    assert.match((await run('check', 'rules.json')).stdout, /1 rules?; nothing found/);
  });

  it('evaluates values from the command line or a file', async () => {
    const heavy = await run('eval', 'shipping.dmn', '--data', '{"weight": 12, "country": "FR"}');
    assert.deepEqual([heavy.code, heavy.stdout], [0, 'zone = "near"\nfee = 13.7\n']);
    const light = await run('eval', 'shipping.dmn', '--data', 'values.json', '--json');
    assert.deepEqual(JSON.parse(light.stdout), {
      decisions: [
        { name: 'zone', value: 'home', rows: [1] },
        { name: 'fee', value: 4.9, rows: [1] },
      ],
      rules: [],
    });
    const zone = await run(
      'eval',
      'shipping.dmn',
      '--decision',
      'zone',
      '--data',
      '{"country": "FR"}',
    );
    assert.deepEqual([zone.code, zone.stdout], [0, 'zone = "near"\n']);
    const none = await run('eval', 'shipping.dmn', '--data', '{"country": "FR"}');
    assert.equal(none.code, 1);
    assert.match(none.stdout, /fee = null {2}\(weight is not given\)/);
  });

  it('asks rules, at a time', async () => {
    const broken = await run(
      'eval',
      'rules.json',
      '--data',
      '{"total": 100}',
      '--now',
      '2026-07-01T00:00Z',
    );
    assert.equal(broken.code, 1);
    assert.equal(broken.stdout, 'late = true\nsmall does not hold: Too much.\n');
    const kept = await run(
      'eval',
      'rules.json',
      '--data',
      '{"total": 1}',
      '--now',
      '2026-06-30T00:00Z',
    );
    assert.deepEqual([kept.code, kept.stdout], [0, 'late = false\nsmall holds\n']);
    const open = await run('eval', 'rules.json', '--json', '--now', '2026-06-30T00:00Z');
    assert.equal(open.code, 1);
    assert.deepEqual((JSON.parse(open.stdout) as { rules: unknown }).rules, [
      { rule: 'small', version: '2', holds: null, reason: 'total is not given' },
    ]);
  });

  it('explains by what was read and which row matched', async () => {
    const { code, stdout } = await run('explain', 'shipping.dmn', '--data', 'values.json');
    assert.equal(code, 0);
    assert.match(stdout, /^zone = "home", by row 1\n {2}country = "DE"\n {2}row 1 matches\n/);
    assert.match(stdout, /row 2 does not match: country is "DE", asked is "FR", "IT", "PL"\n/);
    const rule = await run(
      'explain',
      'rules.json',
      '--data',
      '{"total": 300}',
      '--now',
      '2026-01-01',
    );
    assert.match(rule.stdout, /small 2 does not hold\n {2}total = 300\n {2}Too much\.\n/);
    const json = await run('explain', 'shipping.dmn', '--data', 'values.json', '--json');
    const { decisions } = JSON.parse(json.stdout) as {
      decisions: { read: unknown; cells: unknown[] }[];
    };
    assert.deepEqual(decisions[1]?.read, { weight: 0.5, zone: 'home' });
    assert.deepEqual(decisions[0]?.cells[1], {
      row: 2,
      matches: false,
      because: { input: 'country', test: '"FR", "IT", "PL"', value: 'DE' },
    });
  });

  it('converts DMN into JSON and back to what decides the same, or says cli/rules-not-in-dmn and cli/rules-not-in-json', async () => {
    const json = await run('convert', 'shipping.dmn');
    assert.equal(json.code, 0);
    writeFileSync(join(folder, 'converted.json'), json.stdout);
    const dmn = await run('convert', 'converted.json');
    assert.deepEqual([dmn.code, dmn.stderr], [0, '']);
    writeFileSync(join(folder, 'converted.dmn'), dmn.stdout);
    assert.equal((await run('convert', 'converted.dmn')).stdout, json.stdout);
    for (const values of [
      '{"weight": 12, "country": "FR"}',
      '{"weight": 1, "country": "DE"}',
      '{}',
    ]) {
      const made = (file: string) => run('explain', file, '--data', values, '--json');
      assert.equal((await made('converted.dmn')).stdout, (await made('shipping.dmn')).stdout);
      assert.equal((await made('converted.json')).stdout, (await made('shipping.dmn')).stdout);
    }
    const lossy = await run('convert', 'rules.json');
    assert.equal(lossy.code, 1);
    assert.match(lossy.stderr, /rules-not-in-dmn/);
    assert.deepEqual(
      JSON.parse((await run('convert', 'rules.json', '--to', 'json')).stdout),
      rules,
    );
    assert.equal((await run('convert', 'rules.json', '--to', 'word')).code, 2);
    const called = `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
      <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><literalExpression><text>1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>`;
    writeFileSync(join(folder, 'called.dmn'), called);
    const refused = await run('convert', 'called.dmn');
    assert.deepEqual([refused.code, refused.stdout], [1, '']);
    assert.match(refused.stderr, /cli\/rules-not-in-json/);
  });

  it('explains the rules of requirements: the sentence, what it says, what is fine and what is refused', async () => {
    writeFileSync(
      join(folder, 'prd.md'),
      '# Tasks\n\n## Task\n\n- title (string, required)\n- start date (date, required)\n- due date (date, required)\n\nThe due date of a task must not be before its start date.\n',
    );
    const { code, stdout } = await run('explain', 'prd.md');
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^ {2}· Task: The due date of a task must not be before its start date\. ⟹ due date ≥ start date \(line 9\)\n {6}fine: create \{"startDate":"2026-01-16","dueDate":"2026-01-16"\}\n {6}refused: create \{"startDate":"2026-01-17","dueDate":"2026-01-16"\}$/m,
    );
    const json = JSON.parse((await run('explain', 'prd.md', '--json')).stdout) as {
      rules: { entity: string; enforced: boolean; fails: string }[];
    };
    assert.deepEqual(
      json.rules.map(({ entity, enforced }) => [entity, enforced]),
      [['task', true]],
    );
  });

  it('says what is wrong with the command line, and cli/unreadable-rules', async () => {
    const usage = [
      ['--data', '[1]'],
      ['--data', 'nothing.json'],
      ['--decision', 'none'],
      ['--now', 'soon'],
    ];
    for (const options of usage)
      assert.equal((await run('eval', 'shipping.dmn', ...options)).code, 2);
    writeFileSync(join(folder, 'broken.json'), '{');
    for (const file of ['nothing.dmn', '.', 'broken.json']) {
      const { code, stderr } = await run('check', file);
      assert.equal(code, 1);
      assert.match(stderr, /unreadable-rules/);
    }
    assert.match((await run('eval', '--help')).stdout, /Example: microforge rules eval/);
  });

  it('runs what business rule tasks of a process decide', async () => {
    const nodes = [
      { id: 's', type: 'startEvent' },
      { id: 'price', type: 'businessRuleTask', decision: 'fee', result: 'fee' },
      { id: 'e', type: 'endEvent' },
    ];
    const flows = [
      { id: 'f1', from: 's', to: 'price' },
      { id: 'f2', from: 'price', to: 'e' },
    ];
    const model = { formatVersion: 1, processes: [{ id: 'p', executable: true, nodes, flows }] };
    writeFileSync(join(folder, 'p.json'), JSON.stringify(model));
    const start = (...argv: string[]) =>
      runCommandLine([], ['process', ...argv, '--json'], { commands, cwd: folder });
    assert.equal((await start('check', 'p.json')).code, 1);
    assert.equal((await start('check', 'p.json', '--decisions', 'shipping.dmn')).code, 0);
    const options = ['--decisions', 'shipping.dmn', '--data'];
    const done = await start('run', 'p.json', ...options, 'values.json');
    assert.deepEqual((JSON.parse(done.stdout) as { data: unknown }).data, {
      weight: 0.5,
      country: 'DE',
      fee: 4.9,
    });
    const held = await start('run', 'p.json', ...options, '{"country": "DE"}');
    assert.equal(held.code, 1);
    assert.match(held.stdout, /"problem":"weight is not given"/);
  });
});
