import type { Blueprint, Service } from '#blueprint';
import { canonicalJson } from '#blueprint';
import { createContract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import { fileTree } from '#files';
import type { FileTree, GeneratedFile } from '#files';
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
    const contract = createContract({ blueprint, service });
    return targets.map((target) => {
      const output = target.generate({ blueprint, service, contract });
      return {
        target: target.name,
        service,
        diagnostics: output.diagnostics,
        files: fileTree([...output.files, identity(target, service)]),
      };
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

/** How a folder says what it is; `verify` and `run` read it. */
function identity(target: Target, service: Service): GeneratedFile {
  const content = canonicalJson({ formatVersion: 1, service: service.name, target: target.name });
  return { path: '.microforge/service.json', content, owner: 'generated', sources: [] };
}
