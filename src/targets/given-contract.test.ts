import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { notes } from '../../test/fixtures/workshop.ts';
import { readGiven } from '../../test/support/read-given.ts';
import { targetRegistry } from './index.ts';

async function generate(target: string, document?: string) {
  const blueprint = document === undefined ? notes() : await readGiven(document);
  const [service] = blueprint.system.services;
  const generator = await targetRegistry.find(({ name }) => name === target)?.load();
  assert.ok(service && generator);
  const contract = createContract({ blueprint, service });
  const { files, diagnostics } = generator.generate({ blueprint, service, contract });
  assert.deepEqual(diagnostics, []);
  return new Map(files.map((file) => [file.path, file]));
}

const HANDLERS = {
  typescript: 'src/handlers/ships/ships-get.ts',
  python: 'app/handlers/ships/ships_get.py',
  rust: 'src/handlers/ships/ships_get.rs',
};
const OPERATIONS = /^(?:src|app)\/(?:api|operations|handlers)\b/;

for (const [target, handler] of Object.entries(HANDLERS)) {
  describe(`a contract that is given, in ${target}`, () => {
    it('has a handler for each operation that is the user’s, and says where it is', async () => {
      const files = await generate(target, 'harbour.yaml');
      assert.equal(files.get(handler)?.owner, 'scaffold');
      assert.match(files.get(handler)?.content ?? '', /GET \/ships\/\{imo\}: One ship \(harbour/);
      const readme = files.get('README.md')?.content ?? '';
      assert.match(readme, new RegExp(`below \`${handler.split('/')[0]}/handlers/\``));
      assert.match(readme, /What does GET \/ships\/\{imo\} do\?/);
    });

    it('needs no code of the user for what is kept', async () => {
      const files = await generate(target, 'workshop.json');
      const handlers = [...files.values()].filter(({ owner }) => owner === 'scaffold');
      const written = handlers.filter(({ path }) => path.includes('/repairs/'));
      assert.deepEqual(
        written.map(({ path }) => /invoice/.test(path)),
        [true],
      );
      const tables = [...files.values()].filter(({ content }) => /_record\b/.test(content));
      assert.ok(tables.some(({ path }) => path.startsWith('migrations/')));
    });

    it('gives the same files each time, and nothing of it to other services', async () => {
      const all = [await generate(target, 'harbour.yaml'), await generate(target, 'harbour.yaml')];
      const [first, second] = all.map((files) =>
        [...files.values()].map(({ path, content }) => [path, content]),
      );
      assert.deepEqual(first, second);
      const others = [...(await generate(target)).values()];
      assert.deepEqual(
        others.filter(
          ({ path, content }) => OPERATIONS.test(path) || /jsonschema.rs/.test(content),
        ),
        [],
      );
    });
  });
}
