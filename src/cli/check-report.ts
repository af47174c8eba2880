import type { Entity, Service } from '#blueprint';
import { printable } from '#diagnostics';
import { explainRules } from '#rules';
import { assumedItems } from './assumed-items.ts';
import { fieldLine } from './field-line.ts';
import type { Output } from './output.ts';
import type { ReadBlueprint } from './read-blueprint.ts';
import { reportLines } from './report-lines.ts';
import type { ReportItem } from './report-lines.ts';
import { ruleItem } from './rule-item.ts';

/** Everything that was understood, assumed and left open, as lines for people. */
export function checkReport(
  { blueprint, coverage, text }: ReadBlueprint,
  lines: boolean,
  style: Output['style'],
): string[] {
  const { system } = blueprint;
  const texts = text.split(/\r\n?|\n/);
  const textOf = (line: number) => printable((texts[line - 1] ?? '').trim()).slice(0, 100);
  const entities = system.services.flatMap((service) => service.entities);
  const section = (title: string, items: readonly ReportItem[]) =>
    reportLines(title, items, { style });
  const roles = system.roles.map(({ name }) => name);
  const rules = system.services.flatMap((service) => explainRules(service, roles).map(ruleItem));
  return [
    `${style('bold', system.label)} ${accessOf(system.services)}`,
    ...entities.flatMap((entity) => entityLines(entity, style)),
    ...section(
      'Operations',
      system.services
        .flatMap(({ operations = [] }) => operations)
        .map(({ method, path, label, sources }) => ({
          text: `${method.toUpperCase()} ${path}: ${label}`,
          sources,
        })),
    ),
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
    ...(lines ? [] : notUnderstood(coverage, textOf, style)),
    '',
    `${coverage.total} lines: ${coverage.used} used, ${coverage.context} context, ${coverage.question} questions, ${coverage.notUnderstood} not understood`,
    ...(lines
      ? coverage.lines.map(
          ({ line, status, reason }) =>
            `${String(line).padStart(5)}  ${status.padEnd(14)}  ${textOf(line)}${style('dim', `  → ${reason}`)}`,
        )
      : []),
  ];
}

/** What may matter and was not understood: the first lines, so that nobody has to ask for them. */
function notUnderstood(
  { lines }: ReadBlueprint['coverage'],
  textOf: (line: number) => string,
  style: Output['style'],
): string[] {
  const left = lines.filter(({ status }) => status === 'not-understood');
  if (left.length === 0) return [];
  const shown = left.slice(0, 10).map(({ line }) => `${String(line).padStart(5)}  ${textOf(line)}`);
  const more = `  … and ${left.length - shown.length} more: --lines shows what became of every line`;
  return [
    '',
    style('bold', 'Not understood'),
    ...shown,
    ...(left.length > shown.length ? [style('dim', more)] : []),
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
