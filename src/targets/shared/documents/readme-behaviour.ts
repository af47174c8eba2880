import { isEnforceable } from '#blueprint';
import type { Blueprint, Entity, Service } from '#blueprint';
import { describe } from '#rules';
import type { TargetInput } from '../../target.ts';
import { sourceOf } from '../text/source-text.ts';
import { operations, permissionsFor, reachOf } from '../samples/reach.ts';
import { code, plain, table } from '../text/markdown.ts';
import { enforcement } from './enforcement.ts';

/** Who may do what: a column for each role. */
export function roles({ blueprint, service }: TargetInput): string {
  const names = blueprint.system.roles.map(({ name }) => name);
  if (service.document)
    return 'Who may do what stands in the contract (`security`); who a caller is, the code says that you write.';
  if (service.access === 'public')
    return 'The service is public: nobody logs in, and everybody may do everything.';
  const owner =
    'Whoever registers owns a tenant of his own and may do everything in it; nobody sees the records of another tenant.';
  if (names.length === 0) return owner;
  const rows = service.entities.map((entity) => [
    code(`/api/${entity.plural}`),
    ...names.map((role) => (entity.account ? 'read, update own' : granted(service, entity, role))),
  ]);
  const restricted = service.entities.some((entity) =>
    operations.some((operation) => permissionsFor(service, entity, operation).length > 0),
  );
  const members = `${owner} The owner adds members with roles at \`POST /api/auth/members\`.`;
  return restricted ? `${members}\n\n${table(['Resource', ...names.map(plain)], rows)}` : members;
}

function granted(service: Service, entity: Entity, role: string): string {
  const words = operations.flatMap((operation) => {
    const reach = reachOf(service, entity, operation, role);
    return reach === 'none' ? [] : [reach === 'own' ? `${operation} own` : operation];
  });
  return words.join(', ');
}

/** What must hold, where it was said, and what the service does about it. */
export function rules({ entities }: Service): string {
  const rows = entities.flatMap((entity) =>
    entity.rules.map((rule) => [
      plain(rule.statement),
      code(rule.id),
      plain(sourceOf(rule)),
      plain(enforcement(entity, rule)),
    ]),
  );
  return table(['Rule', 'Id', 'Line', 'Status'], rows);
}

/** Every step between states; all others are answered 409. */
export function transitions({ entities }: Service): string {
  const rows = entities.flatMap((entity) =>
    (entity.lifecycle?.transitions ?? []).map(({ label, from, to, roles: who, guard, ...node }) => [
      code(`/api/${entity.plural}`),
      plain(label),
      `${plain(from.join(', '))} → ${plain(to)}`,
      who.length === 0 ? 'whoever may update' : plain(who.join(', ')),
      guard === undefined
        ? ''
        : plain(describe(guard) + (isEnforceable(guard, entity) ? '' : ' (not enforced)')),
      plain(sourceOf(node)),
    ]),
  );
  return table(['Resource', 'Transition', 'States', 'For', 'Only if', 'Line'], rows);
}

export function openQuestions({ system }: Blueprint): string {
  const rows = system.questions.map((question) => [
    plain(question.label),
    plain(question.reason),
    plain(sourceOf(question)),
  ]);
  return table(['Question', 'Why it matters', 'Line'], rows);
}
