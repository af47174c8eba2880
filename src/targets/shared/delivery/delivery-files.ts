import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../target.ts';
import { generated } from '../generated.ts';
import { ciWorkflow } from './ci-workflow.ts';
import type { CiSteps } from './ci-workflow.ts';
import { compose } from './compose.ts';
import { requestsPerMinute } from './rate-limit.ts';
import { settingsOf } from './settings.ts';

/** What a language needs to be built, checked and shipped. */
export interface Delivery {
  readonly dockerfile: string;
  readonly ci: CiSteps;
  /** Patterns for .dockerignore: everything else stays out of the build. */
  readonly shipped: readonly string[];
  /** What .gitignore names besides data and settings. */
  readonly ignored: readonly string[];
}

/** What builds, checks and ships the service. */
export function deliveryFiles(
  { blueprint, service }: TargetInput,
  { dockerfile, ci, shipped, ignored }: Delivery,
): readonly GeneratedFile[] {
  // Every setting, commented out: what is not set has its default.
  const settings = settingsOf(service, requestsPerMinute(blueprint)).map(
    ({ name, usual, meaning }) => `# ${meaning}\n# ${name}=${usual}`,
  );
  return [
    generated('Dockerfile', dockerfile),
    generated('compose.yaml', compose(service)),
    generated('.github/workflows/ci.yml', ciWorkflow(ci)),
    generated('.env.example', `${settings.join('\n\n')}\n`),
    generated('.dockerignore', lines('*', ...shipped)),
    generated('.gitignore', lines(...ignored, 'data/', '.env', '*.log')),
  ];
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
