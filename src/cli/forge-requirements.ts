import type { Blueprint } from '#blueprint';
import { forge } from '#forge';
import type { Forged, ForgeRequest } from '#forge';
import type { CommandContext, ExitCode } from './command.ts';
import { forgeReport } from './forge-report.ts';
import { forgeStages } from './forge-stages.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { skippedGates } from './skipped-gates.ts';

/** How `forge` and `regenerate` end. */
export interface ForgeEnd {
  readonly exitCode: ExitCode;
  /** Every service was published: those with a red gate are not. */
  readonly isPublished: boolean;
  readonly services: readonly Forged[];
  /** Says what was made: as the last word, or as an event on the way; `shown` names folders as the user knows them, `archive` what they are in. */
  readonly tell: (
    as: 'result' | 'forged',
    shown?: (directory: string) => string,
    archive?: string,
  ) => void;
}

/**
 * Reads requirements, forges what they describe and tells all diagnostics: what `forge` and `regenerate`
 * have in common.
 * @param into where to, once the name of the system is known
 */
export async function forgeRequirements(
  argument: string,
  into: (blueprint: Blueprint) => Pick<ForgeRequest, 'outDir' | 'targets' | 'service'>,
  options: Required<Pick<ForgeRequest, 'verify' | 'dropData' | 'seed'>> & {
    /** Gates that could not run are no finding. */
    readonly allowSkipped: boolean;
  },
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output' | 'signal'>,
): Promise<ForgeEnd> {
  const { output, signal } = context;
  const nothing = (exitCode: ExitCode): ForgeEnd => ({
    exitCode,
    isPublished: false,
    services: [],
    tell: () => output.result({ services: [] }),
  });
  const stages = forgeStages(output);
  const read = await readBlueprintOf(argument, context);
  if (!read) {
    stages.refused();
    return nothing(1);
  }
  stages.understood(read);
  const { blueprint } = read;
  const request = { blueprint, ...into(blueprint), ...options, signal };
  const { services, diagnostics } = await forge(request, stages.onEvent);
  output.diagnostics(diagnostics);
  if (services.length === 0)
    return nothing(diagnostics.some(({ code }) => code === 'forge/unknown-target') ? 2 : 1);
  for (const service of services) {
    if (service.verification) await stages.tellFindings(service.verification);
    output.diagnostics(service.diagnostics);
  }
  const skipped = options.allowSkipped
    ? []
    : services.flatMap(({ verification }) => skippedGates(verification));
  output.diagnostics(skipped);
  const isPublished = services.every(({ outcome }) => outcome !== 'refused');
  return {
    exitCode: isPublished && skipped.length === 0 ? 0 : 1,
    isPublished,
    services,
    tell(as, shown = (directory) => directory, archive?: string) {
      const named = services.map((one) => ({ ...one, directory: shown(one.directory) }));
      const report = forgeReport(argument, read, named, output.style, archive);
      const summary = {
        services: named.map((service) => ({ ...service, diagnostics: undefined })),
        questions: blueprint.system.questions.length,
      };
      if (as === 'result') return output.result(summary, report);
      output.event(as, summary);
      output.line(report);
    },
  };
}
