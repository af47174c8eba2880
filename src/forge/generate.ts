import type { Blueprint, Service } from '#blueprint';
import { canonicalJson } from '#blueprint';
import { createContract } from '#contract';
import type { Diagnostic } from '#diagnostics';
import { fileTree } from '#files';
import type { FileTree, GeneratedFile } from '#files';
import type { PreviousVersion, Target } from '#targets';

/** One service of one target. */
export interface Job {
  readonly service: Service;
  readonly target: Target;
}

/** The files of one job, not yet on disk. */
export interface Generated {
  readonly files: FileTree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every service of a blueprint for every target, in the order given. */
export function jobsOf(blueprint: Blueprint, targets: readonly Target[]): readonly Job[] {
  return blueprint.system.services.flatMap((service) =>
    targets.map((target) => ({ service, target })),
  );
}

/**
 * Generates one service for one target, on top of the version that is there. Pure.
 * @param processes the files of its workflows: the same for all targets
 */
export function generate(
  blueprint: Blueprint,
  { service, target }: Job,
  options: { readonly previous?: PreviousVersion; readonly dropData?: boolean } = {},
  processes: readonly GeneratedFile[] = [],
): Generated {
  const contract = createContract({ blueprint, service });
  const { files, diagnostics } = target.generate({ blueprint, service, contract, ...options });
  return { diagnostics, files: fileTree([...files, ...processes, identity(target, service)]) };
}

/**
 * Where a service goes: one service for one target takes the folder itself, several targets a folder each,
 * several services a folder each (and in it one for each target, where there are several).
 */
export function folderOf({ service, target }: Job, all: readonly Job[], outDir: string): string {
  const services = new Set(all.map((other) => other.service.id)).size;
  const targets = new Set(all.map((other) => other.target.name)).size;
  return [
    outDir,
    ...(services > 1 ? [service.name] : []),
    ...(targets > 1 ? [target.name] : []),
  ].join('/');
}

/** How a folder says what it is; `verify` and `run` read it. */
function identity(target: Target, service: Service): GeneratedFile {
  const content = canonicalJson({ formatVersion: 1, service: service.name, target: target.name });
  return { path: '.microforge/service.json', content, owner: 'generated', sources: [] };
}
