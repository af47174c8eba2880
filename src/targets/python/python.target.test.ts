import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { awards } from '../../../test/fixtures/from-requirements.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { target } from './python.target.ts';

function generate(blueprint: Blueprint): ReadonlyMap<string, string> {
  const [service] = blueprint.system.services;
  assert.ok(service);
  const contract = createContract({ blueprint, service });
  const { files } = target.generate({ blueprint, service, contract });
  return new Map(files.map(({ path, content }) => [path, content]));
}

describe('the python target', () => {
  const files = generate(workshop());

  it('gives the same files for the same blueprint', () => {
    assert.deepEqual(generate(workshop()), files);
  });

  it('takes nothing of accounts into a public service', () => {
    const open = generate(notes());
    const paths = [...open.keys()];
    assert.deepEqual(
      paths.filter((path) => path.startsWith('app/auth/')),
      [],
    );
    assert.doesNotMatch(open.get('requirements.txt') ?? '', /argon2|pyjwt/);
    assert.doesNotMatch(open.get('migrations/versions/0001_init.py') ?? '', /_account/);
    assert.doesNotMatch([...open.values()].join(''), /from app\.auth/);
  });

  it('says which end of a pair has the list, where both are of one table', async () => {
    const model = generate(await awards()).get('app/resources/people/model.py') ?? '';
    assert.match(
      model,
      /foreign_keys=\[PersonFriendsLink\.tenant_id, PersonFriendsLink\.source_id\]/,
    );
  });

  it('pins every package, and names no host', () => {
    for (const path of ['requirements.txt', 'requirements-dev.txt']) {
      const lines = (files.get(path) ?? '').trim().split('\n');
      for (const line of lines)
        assert.match(line, /^(-r requirements\.txt|[\w.-]+==[\w.]+( ; .+)?)$/);
    }
  });

  it('has a model, a schema and a definition for each entity', () => {
    for (const module of ['people', 'customers', 'orders', 'parts', 'order_lines', 'sessions'])
      for (const file of ['model', 'schema', 'resource'])
        assert.ok(files.has(`app/resources/${module}/${file}.py`), `${module}/${file}`);
    assert.match(files.get('app/resources/orders/rules.py') ?? '', /workshop\.md:55/);
    assert.ok(files.has('app/resources/orders/lifecycle.py'));
  });

  it('leaves words of the language to the user, in JSON and in the database', () => {
    const schema = files.get('app/resources/sessions/schema.py') ?? '';
    assert.match(schema, /^ {4}class_: Annotated\[str, Line\(filled=True\)\]$/m);
    const model = files.get('app/resources/sessions/model.py') ?? '';
    assert.match(model, /^ {4}class_: Mapped\[str\] = mapped_column\("class"\)$/m);
  });
});
