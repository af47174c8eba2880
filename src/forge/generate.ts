import type { Blueprint, Service } from '#blueprint';
import { createContract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import type { FileTree } from '#files';
import type { Target } from '#targets';

/** One service of one target, not yet on disk. */
export interface Generated {
  readonly target: string;
  readonly service: Service;
  readonly files: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Generates every service of a blueprint for every target, in the order given. Pure. */
export function generate(blueprint: Blueprint, targets: readonly Target[]): readonly Generated[] {
  return blueprint.system.services.flatMap((service) => {
    const contract = createContract(blueprint, service);
    return targets.map((target) => {
      const output = target.generate({ blueprint, service, contract });
      return { target: target.name, service, ...output };
    });
  });
}

/**
 * Where a service goes: one service for one target takes the folder itself, several targets a folder each,
 * several services a folder each (and in it one for each target, where there are several).
 */
export function folderOf(
  { service, target }: Generated,
  all: readonly Generated[],
  outDir: string,
): string {
  const services = new Set(all.map((other) => other.service.id)).size;
  const targets = new Set(all.map((other) => other.target)).size;
  return [outDir, ...(services > 1 ? [service.name] : []), ...(targets > 1 ? [target] : [])].join(
    '/',
  );
}
