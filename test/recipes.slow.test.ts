import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { diagnosticsDocs } from '../scripts/diagnostics-docs.ts';
import type { Generator } from '../scripts/generators.ts';
import { commandRegistry, gateRegistry, targetRegistry } from '../scripts/registries.ts';
import { copyOfTheTree, followRecipes } from './recipes.ts';

describe('recipes of CONTRIBUTING.md', () => {
  let copy = '';
  let written: string[] = [];
  before(() => {
    copy = copyOfTheTree();
    written = followRecipes(copy);
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs a generator on the copy and gives the exports of the registry that it wrote. */
  async function generate(generator: Generator): Promise<Record<string, Entry[]>> {
    const [[file, text] = ['', '']] = await generator(copy);
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), text);
    // The commands have loaded the registries as they were: ask for this one anew.
    return (await import(`${pathToFileURL(join(copy, file)).href}?fresh`)) as Record<
      string,
      Entry[]
    >;
  }

  it('are four', () => assert.equal(written.length, 4));

  it('add a command', async () => {
    const { commands } = await generate(commandRegistry);
    const entry = commands?.find(({ name }) => name === 'hello');
    assert.equal(entry?.summary, 'greets somebody');
    assert.equal((await entry?.load())?.name, 'hello');
  });

  it('add a target', async () => {
    const { targetRegistry: targets } = await generate(targetRegistry);
    const loaded = await targets?.find(({ name }) => name === 'empty')?.load();
    assert.equal(loaded?.name, 'empty');
  });

  it('add a gate', async () => {
    const { gateRegistry: gates } = await generate(gateRegistry);
    const loaded = await gates?.find(({ name }) => name === 'readme')?.load();
    assert.equal(loaded?.name, 'readme');
  });

  it('add a diagnostic', async () => {
    const page = (await diagnosticsDocs(copy)).get('docs/diagnostics/graph.md') ?? '';
    assert.match(page, /\| `graph\/no-such-node` \| error \| there is no node "\{id\}" \|/);
  });
});

interface Entry {
  readonly name: string;
  readonly summary?: string;
  readonly load: () => Promise<{ name: string }>;
}
