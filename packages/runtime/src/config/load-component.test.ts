import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { loadComponent } from './load-component.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-component-'));
after(() => rmSync(folder, { recursive: true }));

const definitionOf = (module: string) =>
  ({
    kind: 'class',
    id: 'a',
    module,
    class: 'A',
    folder,
    config: {},
    locate: () => undefined,
  }) as never;

it('what is no component is said in one sentence', async () => {
  writeFileSync(join(folder, 'no.mjs'), 'export class A { metadata = {}; execute() {} }');
  const { diagnostics } = await loadComponent(definitionOf('./no.mjs'), new SchemaCompiler());
  assert.equal(diagnostics[0]?.code, 'runtime/not-a-component');
  assert.match(diagnostics[0].message, /: The interface is no object\.$/);
});

describe('a module that never gets through', () => {
  const modules = {
    'waits for nothing': 'await new Promise(() => {});',
    'looks like a promise': 'export function then() {}',
  };
  for (const [what, code] of Object.entries(modules)) {
    it(`is given up: ${what}`, async () => {
      const module = `./${what.replaceAll(' ', '-')}.mjs`;
      writeFileSync(join(folder, module), code);
      const { component, diagnostics } = await loadComponent(
        definitionOf(module),
        new SchemaCompiler(),
        50,
      );
      assert.equal(component, undefined);
      assert.equal(diagnostics[0]?.code, 'runtime/broken-module');
      assert.match(diagnostics[0].message, /50 ms/);
    });
  }
});
