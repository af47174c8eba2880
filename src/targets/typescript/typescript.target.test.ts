import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { root } from '../../../scripts/root.ts';
import { awards, jobs } from '../../../test/fixtures/from-requirements.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { target } from './typescript.target.ts';

interface Packages {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function generate(blueprint: Blueprint): ReadonlyMap<string, string> {
  const [service] = blueprint.system.services;
  assert.ok(service);
  const contract = createContract({ blueprint, service });
  const { files } = target.generate({ blueprint, service, contract });
  return new Map(files.map(({ path, content }) => [path, content]));
}

describe('the typescript target', () => {
  const files = generate(workshop());

  it('gives the same files for the same blueprint', () => {
    assert.deepEqual(generate(workshop()), files);
  });

  it('takes nothing of accounts into a public service', () => {
    const open = generate(notes());
    const paths = [...open.keys()];
    assert.deepEqual(
      paths.filter((path) => path.startsWith('src/auth/') || path.startsWith('src/rules/')),
      [],
    );
    assert.doesNotMatch(open.get('package.json') ?? '', /argon2|jose/);
    assert.doesNotMatch(open.get('package-lock.json') ?? '', /node_modules\/(@node-rs|jose)/);
    assert.doesNotMatch(open.get('migrations/sqlite/0001-init.sql') ?? '', /_account/);
  });

  it('breaks the title of a test that is not written yet, where it is long', async () => {
    const rules = generate(await awards()).get('test/scholarship-awards/rules.test.ts') ?? '';
    assert.match(rules, /^test\.todo\(\n {2}'The sum of .*',\n\);$/m);
  });

  it('tells the path below a record what a reference to many is called', async () => {
    const files = generate(await awards());
    const code = [...files].find(([path]) => path.endsWith('scholarship-award.fields.ts'))?.[1];
    assert.match(code ?? [...files.keys()].join('\n'), /witnessIds: .*as: 'witnesses'/s);
  });

  it('changes nothing in its tests that a rule compares with what a parent has', async () => {
    const records = generate(await jobs()).get('test/jobs/records.test.ts') ?? '';
    assert.match(records, /const changes = \{[^}]*words:/);
    assert.doesNotMatch(records, /const changes = \{[^}]*dueDate:/);
  });

  it('has the name of the service in both package files', () => {
    for (const path of ['package.json', 'package-lock.json']) {
      assert.match(files.get(path) ?? '', /^\{\n {2}"name": "workshop"/);
    }
  });

  it('names no host in the lock file, and pins every dependency', () => {
    assert.doesNotMatch(files.get('package-lock.json') ?? '', /"resolved"|https?:\/\/registry/);
    const { dependencies } = JSON.parse(files.get('package.json') ?? '{}') as Packages;
    assert.ok(Object.keys(dependencies).length <= 12);
    for (const version of Object.values(dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  it('has the versions of the packages that the template is checked with', () => {
    const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Packages;
    const theirs = JSON.parse(files.get('package.json') ?? '{}') as Packages;
    const lock = JSON.parse(files.get('package-lock.json') ?? '{}') as {
      packages: { '': Packages };
    };
    const all = { ...ours.dependencies, ...ours.devDependencies };
    for (const [name, version] of Object.entries({
      ...theirs.dependencies,
      ...theirs.devDependencies,
    }))
      assert.equal(version, all[name], name);
    const { dependencies, devDependencies } = lock.packages[''];
    assert.deepEqual(
      { ...dependencies, ...devDependencies },
      { ...theirs.dependencies, ...theirs.devDependencies },
    );
  });
});
