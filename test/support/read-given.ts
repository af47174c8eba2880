import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Blueprint } from '#blueprint';
import { readAnyRequirements } from '#intake';
import { root } from '../../scripts/root.ts';

const folder = join(root, 'test/fixtures/openapi');

/** The blueprint of a contract among the fixtures. */
export async function readGiven(document: string): Promise<Blueprint> {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const { value, diagnostics } = await readAnyRequirements({
    document,
    text: read(document),
    beside: (path) => ({ text: read(path) }),
  });
  assert.ok(value, JSON.stringify(diagnostics));
  return value;
}
