import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonicalJson } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { fileTree, pristineFiles } from '#files';
import type { FileTree } from '#files';
import { targetRegistry } from '#targets';

/**
 * Generates the first service of a blueprint and writes it into a folder, as `forge` would; gives the files.
 * @param last those of the version before
 */
export async function writeService(
  blueprint: Blueprint,
  directory: string,
  target = 'typescript',
  last?: FileTree,
): Promise<FileTree> {
  const [service] = blueprint.system.services;
  const found = targetRegistry.find(({ name }) => name === target);
  if (!service || !found) throw new Error(`There is no service or no target ${target}.`);
  const generator = await found.load();
  const contract = createContract({ blueprint, service });
  const previous = last && { previous: { files: last, added: [] } };
  const identity = canonicalJson({ formatVersion: 1, service: service.name, target });
  const files = fileTree([
    ...generator.generate({ blueprint, service, contract, ...previous }).files,
    { path: '.microforge/service.json', content: identity, owner: 'generated', sources: [] },
  ]);
  for (const { path, content, executable } of [
    ...files,
    ...pristineFiles({ files, pending: new Map() }, canonicalJson(blueprint)),
  ]) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content, { mode: executable ? 0o755 : 0o644 });
  }
  return files;
}
