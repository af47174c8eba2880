import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { target } from './rust.target.ts';

function generate(blueprint: Blueprint): ReadonlyMap<string, string> {
  const [service] = blueprint.system.services;
  assert.ok(service);
  const contract = createContract({ blueprint, service });
  const { files } = target.generate({ blueprint, service, contract });
  return new Map(files.map(({ path, content }) => [path, content]));
}

describe('the rust target', () => {
  const files = generate(workshop());

  it('gives the same files for the same blueprint', () => {
    assert.deepEqual(generate(workshop()), files);
  });

  it('takes nothing of accounts into a public service', () => {
    const open = generate(notes());
    assert.deepEqual(
      [...open.keys()].filter((path) => path.startsWith('src/auth/')),
      [],
    );
    for (const path of ['Cargo.toml', 'Cargo.lock'])
      assert.doesNotMatch(open.get(path) ?? '', /argon2|jsonwebtoken/, path);
    assert.doesNotMatch(open.get('migrations/sqlite/0001-init.sql') ?? '', /_account/);
  });

  it('names the crate after the service, in the manifest and in the lock', () => {
    assert.match(files.get('Cargo.toml') ?? '', /^name = "workshop-service"$/m);
    assert.match(files.get('Cargo.lock') ?? '', /^name = "workshop-service"$/m);
  });

  it('forbids what could end the process', () => {
    const manifest = files.get('Cargo.toml') ?? '';
    assert.match(manifest, /^unsafe_code = "forbid"$/m);
    for (const lint of ['unwrap_used', 'expect_used', 'panic', 'indexing_slicing'])
      assert.match(manifest, new RegExp(`^${lint} = "deny"$`, 'm'));
  });

  it('has the fields, the operations, the rules and the lifecycle of each entity', () => {
    for (const module of ['people', 'customers', 'orders', 'parts', 'order_lines', 'sessions']) {
      assert.ok(files.has(`src/resources/${module}.rs`), module);
      assert.ok(files.has(`src/resources/${module}/routes.rs`), module);
    }
    assert.match(files.get('src/resources/orders/rules.rs') ?? '', /workshop\.md:55/);
    assert.ok(files.has('src/resources/orders/lifecycle.rs'));
  });

  it('leaves words of the language to the user, in JSON and in the database', () => {
    const session = files.get('src/resources/sessions.rs') ?? '';
    assert.match(session, /^ {4}pub class: String,$/m);
    assert.match(session, /select "select": Flag::new\(\)/);
  });
});
