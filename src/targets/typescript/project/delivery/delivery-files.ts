import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../../target.ts';
import { requestsPerMinute } from '../../rate-limit.ts';
import { settingsOf } from '../configuration.ts';
import { generated } from '../generated.ts';
import { ciWorkflow } from './ci-workflow.ts';
import { compose } from './compose.ts';
import { dockerfile } from './dockerfile.ts';

/** What builds, checks and ships the service. */
export function deliveryFiles(input: TargetInput): readonly GeneratedFile[] {
  const { name } = input.service;
  return [
    generated('Dockerfile', dockerfile(name)),
    generated('compose.yaml', compose(input.service)),
    generated('.github/workflows/ci.yml', ciWorkflow()),
    generated('.env.example', environment(input)),
    generated(
      '.dockerignore',
      lines(
        '*',
        '!package.json',
        '!package-lock.json',
        '!tsconfig.json',
        '!tsconfig.build.json',
        '!openapi.json',
        '!src',
        '!migrations',
      ),
    ),
    generated('.gitignore', lines('node_modules/', 'dist/', 'data/', '.env', '*.log')),
    generated('.editorconfig', EDITOR),
  ];
}

/** Every setting, commented out: what is not set has its default. */
function environment({ blueprint, service }: TargetInput): string {
  const settings = settingsOf(service, requestsPerMinute(blueprint));
  return `${settings.map(({ name, usual, meaning }) => `# ${meaning}\n# ${name}=${usual}`).join('\n\n')}\n`;
}

const EDITOR = lines(
  'root = true',
  '',
  '[*]',
  'charset = utf-8',
  'end_of_line = lf',
  'indent_style = space',
  'indent_size = 2',
  'insert_final_newline = true',
  'trim_trailing_whitespace = true',
);

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
