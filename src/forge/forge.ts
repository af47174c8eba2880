import { checkBlueprint } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { hasErrors } from '#diagnostics';
import type { Diagnostic } from '#diagnostics';
import type { Target } from '#targets';
import type { GateEvent, Verification } from '#verify';
import { forgeDiagnostics } from './forge.diagnostics.ts';
import { folderOf, generate } from './generate.ts';
import { publishService } from './publish-service.ts';
import { selectTargets } from './select-targets.ts';

/** What to forge, and where to. */
export interface ForgeRequest {
  readonly blueprint: Blueprint;
  readonly outDir: string;
  /** As in `--target`: names separated by commas. */
  readonly targets: string;
  /** False: publish without running the gates. */
  readonly verify: boolean;
  readonly seed?: number;
  readonly signal: AbortSignal;
}

/** What became of one service. */
export interface Forged {
  readonly service: string;
  readonly target: string;
  readonly directory: string;
  readonly files: number;
  /** `refused`: what was in the folder is untouched. */
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  /** Of a merge that needs its user: the side files, within the folder, that hold both versions. */
  readonly conflicts?: readonly string[];
  readonly verification?: Verification;
  readonly diagnostics: readonly Diagnostic[];
}

/** Something that happened on the way, as it happens. */
export type ForgeEvent =
  | {
      readonly kind: 'stage';
      readonly name: string;
      readonly state: 'started' | 'ended' | 'failed';
      readonly detail?: string;
    }
  | { readonly kind: 'gate'; readonly gate: GateEvent };

/**
 * Forges every service of a blueprint for every target: generate, stage, verify, publish. What was in a
 * folder stays as it was unless the new version is complete and every gate that ran is green.
 */
export async function forge(
  request: ForgeRequest,
  onEvent: (event: ForgeEvent) => void = () => undefined,
): Promise<{ readonly services: readonly Forged[]; readonly diagnostics: readonly Diagnostic[] }> {
  const targets = await selectTargets(request.targets);
  if (!targets.value) return { services: [], diagnostics: targets.diagnostics };
  // Whoever made the blueprint: targets rely on it.
  const senseless = checkBlueprint(request.blueprint);
  if (hasErrors(senseless)) return { services: [], diagnostics: senseless };
  const unable = targetsWithout(request.blueprint, targets.value);
  if (unable.length > 0) return { services: [], diagnostics: unable };
  onEvent({ kind: 'stage', name: 'generate', state: 'started' });
  const generated = generate(request.blueprint, targets.value);
  const count = generated.reduce((sum, { files }) => sum + files.length, 0);
  onEvent({ kind: 'stage', name: 'generate', state: 'ended', detail: `${count} files` });
  const services: Forged[] = [];
  for (const one of generated) {
    // One after the other: each verification uses both cores.
    services.push(
      await publishService(one, folderOf(one, generated, request.outDir), request, onEvent),
    );
  }
  return { services, diagnostics: senseless };
}

/** A target that can't serve what was given must say so before anything is made. */
function targetsWithout(blueprint: Blueprint, targets: readonly Target[]): readonly Diagnostic[] {
  if (blueprint.system.services.every(({ document }) => !document)) return [];
  return targets
    .filter(({ servesGiven }) => !servesGiven)
    .map(({ name }) => forgeDiagnostics.create('contract-not-served', { target: name }));
}
