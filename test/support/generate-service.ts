import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import type { Target } from '#targets';

/** Writes the files that a target makes of the only service of a blueprint; gives their paths. */
export function generateService(target: Target, blueprint: Blueprint, folder: string): string[] {
  const [service] = blueprint.system.services;
  if (!service) throw new Error('The blueprint has no service.');
  const contract = createContract({ blueprint, service });
  const { files } = target.generate({ blueprint, service, contract });
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return files.map(({ path }) => path);
}
