import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { command as forge } from './forge.command.ts';
import { command as regenerate } from './regenerate.command.ts';
import { runCommandLine } from './test-ports.ts';

const PRD = `# Bakery

## Cake

- name (string, required)
- price (money)

## Order

- number (integer, required)
- cake (reference to Cake)
`;

describe('regenerate', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'regenerate-'));
  after(() => rmSync(cwd, { recursive: true }));
  const run = (...argv: string[]) => runCommandLine([forge, regenerate], argv, { cwd });
  before(() => run('forge', PRD, '--out', 'made', '--no-verify'));
  const forged = (name: string) => cpSync(join(cwd, 'made'), join(cwd, name), { recursive: true });
  const migrations = (name: string) => readdirSync(join(cwd, name, 'migrations/sqlite'));

  it('adds a migration for what changed, and says what it means to callers and to data: targets/data-kept', async () => {
    forged('cakes');
    const first = readFileSync(join(cwd, 'cakes/migrations/sqlite/0001-init.sql'), 'utf8');
    const next = PRD.replace('- price (money)', '- weight (integer)');
    const { code, stdout, stderr } = await run('regenerate', 'cakes', next, '--no-verify');
    assert.equal(code, 0, stderr);
    assert.deepEqual(migrations('cakes'), ['0001-init.sql', '0002-cake.sql']);
    assert.equal(readFileSync(join(cwd, 'cakes/migrations/sqlite/0001-init.sql'), 'utf8'), first);
    assert.match(stderr, /targets\/data-kept.* keeps .*: cake\.price \(in _retired_0002_price\)/);
    assert.match(stdout, /^For its callers: breaking/m);
    assert.match(stdout, /^ {2}✘ .*price/m);
    assert.match(
      stdout,
      /^New migrations: migrations\/postgres\/0002-cake\.sql, migrations\/sqlite/m,
    );
    assert.match(
      stdout,
      /^Files: \d+ untouched, \d+ written, 0 merged with your edits, 0 deleted$/m,
    );

    const again = await run('regenerate', 'cakes', next, '--no-verify');
    assert.match(again.stdout, /unchanged: \S*cakes/);
    assert.deepEqual(migrations('cakes').length, 2);
  });

  it('drops data when it is told to: targets/data-dropped', async () => {
    const next = PRD.replace('- price (money)', '- weight (integer)');
    const { stderr } = await run('regenerate', 'cakes', next, '--drop-data', '--no-verify');
    assert.match(stderr, /targets\/data-dropped.*cake\._retired_0002_price/);
    assert.deepEqual(migrations('cakes'), ['0001-init.sql', '0002-cake.sql', '0003-cake.sql']);
  });

  it('warns of records that a migration would refuse: targets/records-refused', async () => {
    forged('strict');
    const next = PRD.replace('- price (money)', '- price (money, required)');
    const { code, stderr } = await run('regenerate', 'strict', next, '--no-verify');
    assert.equal(code, 0);
    assert.match(
      stderr,
      /targets\/records-refused.*records of cake without price, which is required/,
    );
  });

  it('tells it all as JSON', async () => {
    forged('json');
    const next = PRD.replace('## Order', '- vegan (boolean)\n\n## Order');
    const { stdout } = await run('regenerate', 'json', next, '--no-verify', '--json');
    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as {
      services: {
        outcome: string;
        update: {
          contract: { verdict: string };
          migrations: string[];
          kept: number;
          merged: string[];
        };
      }[];
    };
    const [service] = last.services;
    assert.equal(service?.outcome, 'updated');
    assert.equal(service.update.contract.verdict, 'compatible');
    assert.equal(service.update.migrations.length, 2);
    assert.deepEqual(service.update.merged, []);
    assert.ok(service.update.kept > 50);
  });

  it('needs a forged service, of that name: cli/no-service, forge/other-service', async () => {
    const none = await run('regenerate', 'nowhere', PRD);
    assert.deepEqual([none.code, /cli\/no-service/.test(none.stderr)], [1, true]);
    forged('own');
    const other = await run('regenerate', 'own', PRD.replace('Bakery', 'Library'), '--no-verify');
    assert.deepEqual([other.code, /forge\/other-service/.test(other.stderr)], [1, true]);
  });

  it('refuses to guess where the tables of the last version are not known: targets/tables-unknown', async () => {
    forged('lost');
    for (const file of ['schema.json', 'pristine.json'])
      rmSync(join(cwd, 'lost/.microforge', file));
    const { code, stderr } = await run('regenerate', 'lost', PRD, '--no-verify');
    assert.equal(code, 1);
    assert.match(stderr, /targets\/tables-unknown/);
  });

  it('makes accounts for a service that was public, and says whose records are whose: targets/other-owners', async () => {
    const open = PRD.replace('## Cake', 'This service needs no login.\n\n## Cake');
    for (const target of ['typescript', 'python'].slice(0, sweep(1, 2))) {
      const folder = `open-${target}`;
      const made = await run('forge', open, '--target', target, '--out', folder, '--no-verify');
      assert.equal(made.code, 0, made.stderr);
      const { code, stdout, stderr } = await run('regenerate', folder, PRD, '--no-verify');
      assert.equal(code, 0, stderr);
      assert.match(stderr, /targets\/other-owners.*made while the service was public/);
      assert.match(stdout, /New migrations: .*0002.accounts/);
      const again = await run('regenerate', folder, open, '--no-verify');
      assert.match(again.stderr, /targets\/other-owners.*Records of accounts are not seen/);
      assert.doesNotMatch(again.stdout, /New migrations/);
    }
  });

  it('numbers its migrations after those of the user', async () => {
    forged('mine');
    for (const dialect of ['sqlite', 'postgres'])
      writeFileSync(join(cwd, 'mine/migrations', dialect, '0002-mine.sql'), 'select 1;\n');
    await run('regenerate', 'mine', PRD.replace('price (money)', 'cost (money)'), '--no-verify');
    assert.deepEqual(migrations('mine'), ['0001-init.sql', '0002-mine.sql', '0003-cake.sql']);
  });
});
