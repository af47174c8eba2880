import type { Entity, Field, Node, Operation, Rule, Service, Transition } from '#blueprint';

/** The lines of the requirements that a node was read from: `{"x-source-lines": ["prd.md:12"]}`, or nothing. */
export function sourceLines(...nodes: readonly Pick<Node, 'sources'>[]): {
  readonly 'x-source-lines'?: readonly string[];
} {
  const lines = nodes.flatMap((node) =>
    node.sources.map(({ document, line }) => `${document}:${line}`),
  );
  return lines.length === 0 ? {} : { 'x-source-lines': [...new Set(lines)] };
}

/** What a property is, in the user's words, with the limits that its schema can't say. */
export function describeField(field: Field): string {
  const { type } = field;
  const parts = [sentence(field.label)];
  const values =
    type.kind === 'enum' ? type.values.filter(({ value, label }) => value !== label) : [];
  if (values.length > 0) {
    parts.push(`${values.map(({ value, label }) => `\`${value}\`: ${label}`).join('; ')}.`);
  }
  if (type.kind === 'money' && type.currency !== undefined) parts.push(`In ${type.currency}.`);
  if (type.kind === 'json')
    parts.push('Any JSON, at most 65,536 characters when written compactly.');
  if (field.unique) parts.push('Unique.');
  if (comparedAsText(field)) {
    if (field.min)
      parts.push(`${field.min.exclusive ? 'More than' : 'At least'} ${field.min.value}.`);
    if (field.max)
      parts.push(`${field.max.exclusive ? 'Less than' : 'At most'} ${field.max.value}.`);
  }
  if (field.default?.kind === 'now') parts.push('Default: the current time.');
  if (field.default?.kind === 'today') parts.push('Default: the current date in UTC.');
  return parts.join(' ');
}

/** What an operation is about: the entity in the user's words, who may do it, its rules and transitions. */
export function describeOperation(
  service: Service,
  entity: Entity,
  operation: Operation,
  text = '',
): string {
  const rules = operation === 'read' ? [] : entity.rules.filter(({ on }) => on.includes(operation));
  const paragraphs = [
    text,
    permitted(service, entity, operation),
    rules.length > 0 ? `Rules:\n${rules.map(ruleLine).join('\n')}` : '',
    operation === 'update' && entity.lifecycle
      ? `Transitions of \`${entity.lifecycle.field}\`:\n${entity.lifecycle.transitions.map(transitionLine).join('\n')}`
      : '',
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

/** True if some permission names the operation, so that roles matter (SP-7.3). */
export function isRestricted(service: Service, entity: Entity, operation: Operation): boolean {
  return service.permissions.some(
    (permission) => permission.entity === entity.id && permission.operations.includes(operation),
  );
}

/** Words as a sentence: trimmed, with a full stop. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?。！？:]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

function permitted(service: Service, entity: Entity, operation: Operation): string {
  const grants = service.permissions.filter(
    (permission) => permission.entity === entity.id && permission.operations.includes(operation),
  );
  if (grants.length === 0) return '';
  const roles = grants.map(({ role, own }) => (own ? `${role} (own records)` : role));
  return `For the roles: owner, ${roles.join(', ')}.`;
}

function ruleLine(rule: Rule): string {
  return `- \`${rule.id}\`: ${oneLine(rule.statement)}${cited(rule)}`;
}

function transitionLine(transition: Transition): string {
  const roles = transition.roles.length > 0 ? `; ${transition.roles.join(', ')}` : '';
  const steps = `${transition.from.join(', ')} to ${transition.to}`;
  return `- \`${transition.name}\`: ${steps}${roles}${cited(transition)}`;
}

function cited(node: Node): string {
  const lines = sourceLines(node)['x-source-lines'] ?? [];
  return lines.length > 0 ? ` (${lines.join(', ')})` : '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function comparedAsText({ type }: Field): boolean {
  return ['decimal', 'money', 'date', 'datetime'].includes(type.kind);
}
