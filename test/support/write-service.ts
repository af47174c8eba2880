import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { fileTree, pristineFiles } from '#files';
import { targetRegistry } from '#targets';

/** Generates the first service of a blueprint and writes it into a folder, as `forge` would. */
export async function writeService(
  blueprint: Blueprint,
  directory: string,
  target = 'typescript',
): Promise<void> {
  const [service] = blueprint.system.services;
  const found = targetRegistry.find(({ name }) => name === target);
  if (!service || !found) throw new Error(`There is no service or no target ${target}.`);
  const generator = await found.load();
  const contract = createContract({ blueprint, service });
  const identity = canonicalJson({ formatVersion: 1, service: service.name, target });
  const files = fileTree([
    ...generator.generate({ blueprint, service, contract }).files,
    { path: '.microforge/service.json', content: identity, owner: 'generated', sources: [] },
  ]);
  for (const { path, content, executable } of [
    ...files,
    ...pristineFiles({ files, pending: new Map() }, canonicalJson(blueprint)),
  ]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content, { mode: executable ? 0o755 : 0o644 });
  }
}
