import type { TargetInput } from '../../target.ts';
import { sourceOf } from '../text/source-text.ts';
import { aboutService } from './about-service.ts';
import { code, markdown, plain, section, table } from '../text/markdown.ts';
import { enforcedRules } from '../rules/enforced-rules.ts';
import type { CodeMap } from './code-map.ts';

/** context/service.md: what an agent must know before it changes something. */
export function contextService(
  { blueprint, service }: TargetInput,
  { modules, codeOf, checks }: CodeMap,
): string {
  const resources = service.entities.map((entity) => [
    code(`/api/${entity.plural}`),
    plain(entity.label),
    `${entity.fields.length} fields, ${enforcedRules(entity).length} rules enforced`,
    code(codeOf(entity)),
    plain(sourceOf(entity)),
  ]);
  return markdown(
    `# ${plain(service.label)}`,
    plain(aboutService(blueprint, service)),
    section('## What never changes', INVARIANTS),
    section(
      '## Resources',
      table(['Path', 'In the words of the requirements', 'Has', 'Code', 'Line'], resources),
    ),
    section(
      '## Where things are',
      modules.map(([path, does]) => `- ${code(path)} ${does}`).join('\n'),
    ),
    section('## How to change it', WISH + checks + GREEN),
  );
}

const INVARIANTS = [
  'Every query is limited to the tenant of the caller; the record of another tenant is 404.',
  'Passwords, tokens and secret fields appear in no answer, event or log.',
  'The contract is `openapi.json`, byte for byte: what the code answers follows it, never the other way round.',
  'Read, check and write of a request are one transaction; its events go into the outbox in the same one.',
  'Rules and transitions hold inside that transaction: `context/rules.json` lists them with their lines.',
  'Errors are RFC 9457 problem documents. No stack trace, path or SQL leaves the process.',
  'Migrations that ran somewhere are never edited: a change is a new file.',
]
  .map((line) => `- ${line}`)
  .join('\n');

const WISH =
  '- A new wish changes the requirements first; the service is generated again, and what was edited by hand is merged.\n- ';
const GREEN = ' must be green. A fault is shown by a test that fails before it is mended.';
