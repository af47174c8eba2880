import { isEnforceable } from '#blueprint';
import type { Entity } from '#blueprint';
import type { TargetInput } from '../../../target.ts';
import { sourceOf } from '../../../shared/text/source-text.ts';
import { entityNames } from '../../names.ts';
import { listWords } from '../../../shared/text/list-words.ts';
import { code, markdown, plain, section, table } from '../../../shared/text/markdown.ts';
import { aboutService } from '../../../shared/documents/about-service.ts';
import { isThere, moduleMap } from './module-map.ts';

/** context/service.md: what an agent must know before it changes something. */
export function contextService(input: TargetInput): string {
  const { blueprint, service } = input;
  return markdown(
    `# ${plain(service.label)}`,
    plain(aboutService(blueprint, service)),
    section('## What never changes', invariants(input)),
    section('## Resources', resources(input)),
    section('## Where things are', places(input)),
    section('## How to change it', CHANGE),
  );
}

function invariants({ service }: TargetInput): string {
  const isPublic = service.access === 'public';
  return [
    ...(isPublic
      ? ['The service is public: there are no accounts, and one tenant.']
      : [
          'Every query is limited to the tenant of the caller; the record of another tenant is 404.',
          'Passwords, tokens and secret fields appear in no answer, event or log.',
        ]),
    'The contract is `openapi.json`, byte for byte: what the code answers follows it, never the other way round.',
    'Read, check and write of a request are one transaction; its events go into the outbox in the same one.',
    'Rules and transitions hold inside that transaction: `context/rules.json` lists them with their lines.',
    'Errors are RFC 9457 problem documents. No stack trace, path or SQL leaves the process.',
    'Migrations that ran somewhere are never edited: a change is a new file.',
  ]
    .map((line) => `- ${line}`)
    .join('\n');
}

function resources({ service }: TargetInput): string {
  const rows = service.entities.map((entity) => [
    code(`/api/${entity.plural}`),
    plain(entity.label),
    plain(listWords(facts(entity))),
    code(`${entityNames(entity).folder}/`),
    plain(sourceOf(entity)),
  ]);
  return table(['Path', 'In the words of the requirements', 'Has', 'Code', 'Line'], rows);
}

function facts(entity: Entity): readonly string[] {
  const { fields, rules, lifecycle, account } = entity;
  const enforced = rules.filter(({ expression }) => isEnforceable(expression, entity)).length;
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return [
    count(fields.length, 'field'),
    ...(rules.length > 0 ? [`${count(rules.length, 'rule')} (${enforced} enforced)`] : []),
    ...(lifecycle ? [count(lifecycle.states.length, 'state')] : []),
    ...(account ? ['the accounts'] : []),
  ];
}

function places({ service }: TargetInput): string {
  return moduleMap
    .filter(([path]) => isThere(path, service))
    .map(([path, does]) => `- ${code(path)} ${does}`)
    .join('\n');
}

const CHANGE = [
  '- A new wish changes the requirements first; the service is generated again, and what was edited by hand is merged.',
  '- `npm run check` must be green: format, types, tests. A fault is shown by a test that fails before it is mended.',
].join('\n');
