import { isEnforceable, jsonName } from '#blueprint';
import type { Entity, Field, Service } from '#blueprint';
import { describe } from '#rules';
import { assumedItems } from './assumed-items.ts';
import type { Output } from './output.ts';
import type { ReadBlueprint } from './read-blueprint.ts';
import { reportLines } from './report-lines.ts';
import type { ReportItem } from './report-lines.ts';

/** Everything that was understood, assumed and left open, as lines for people. */
export function checkReport(
  { blueprint, coverage }: ReadBlueprint,
  lines: boolean,
  style: Output['style'],
): string[] {
  const { system } = blueprint;
  const entities = system.services.flatMap((service) => service.entities);
  const section = (title: string, items: readonly ReportItem[]) =>
    reportLines(title, items, { style });
  const rules = entities.flatMap((entity) =>
    entity.rules.map((rule) => ({
      text: `${entity.label}: ${rule.statement} ⟹ ${describe(rule.expression)}${isEnforceable(rule.expression) ? '' : ' (not yet enforced)'}`,
      sources: rule.sources,
    })),
  );
  return [
    `${style('bold', system.label)} ${accessOf(system.services)}`,
    ...entities.flatMap((entity) => entityLines(entity, style)),
    ...section(
      'Roles',
      system.roles.map(({ label, sources }) => ({ text: label, sources })),
    ),
    ...section(
      'Permissions',
      system.services
        .flatMap((service) => service.permissions)
        .map((grant) => ({
          text: `${grant.role} may ${grant.operations.join(', ')} ${grant.own ? 'own ' : ''}${grant.entity}`,
          sources: grant.sources,
        })),
    ),
    ...section('Rules', rules),
    ...section(
      'Workflows',
      system.processes.map((process) => ({
        text: `${process.label}: ${process.steps.map((step) => step.label).join(' → ')}`,
        sources: process.sources,
      })),
    ),
    ...section(
      'Integrations (named, not built)',
      system.integrations.map(({ label, purpose, sources }) => ({
        text: `${label}${purpose && `: ${purpose}`}`,
        sources,
      })),
    ),
    ...section(
      'Qualities',
      system.qualities.map(({ statement, sources }) => ({ text: statement, sources })),
    ),
    ...section('Assumed', assumedItems(blueprint)),
    ...section(
      'Open questions',
      system.questions.map(({ label, sources }) => ({ text: label, sources })),
    ),
    '',
    `${coverage.total} lines: ${coverage.used} used, ${coverage.context} context, ${coverage.question} questions, ${coverage.notUnderstood} not understood`,
    ...(lines
      ? coverage.lines.map(
          ({ line, status, reason }) =>
            `${String(line).padStart(5)}  ${status.padEnd(14)}  ${reason}`,
        )
      : []),
  ];
}

function accessOf(services: readonly Service[]): string {
  return services.every((service) => service.access === 'public') ? '(public)' : '(with accounts)';
}

function entityLines(entity: Entity, style: Output['style']): string[] {
  const states =
    entity.lifecycle?.transitions.map(({ from, to }) => `${from.join('|')} → ${to}`) ?? [];
  const title = `${style('cyan', entity.name)}${entity.account ? ' (logs in)' : ''}${entity.label.toLowerCase() === entity.name ? '' : style('dim', ` ${entity.label}`)}`;
  return [
    '',
    title,
    ...entity.fields.map((field) => `  ${fieldLine(field, style)}`),
    ...(states.length > 0 ? [`  ${style('dim', states.join(', '))}`] : []),
  ];
}

function fieldLine(field: Field, style: Output['style']): string {
  const flags = [
    field.required && 'required',
    field.unique && 'unique',
    field.readOnly && 'read-only',
    field.secret && 'secret',
    field.origin !== 'stated' && field.origin,
  ].filter(Boolean);
  return `${jsonName(field).padEnd(24)} ${typeOf(field.type)}${flags.length > 0 ? style('dim', ` ${flags.join(', ')}`) : ''}`;
}

function typeOf(type: Field['type']): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`;
    case 'money':
      return type.currency === undefined ? 'money' : `money ${type.currency}`;
    case 'enum':
      return type.values.map(({ value }) => value).join(' | ');
    case 'list':
      return `list of ${typeOf(type.items)}`;
    case 'reference':
      return `→ ${type.cardinality === 'many' ? 'many ' : ''}${type.entity}`;
    default:
      return type.kind;
  }
}
