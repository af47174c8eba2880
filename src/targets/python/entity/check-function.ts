import type { Entity, Expression, Node, Service } from '#blueprint';
import { print } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import type { Imports } from '../emit/imports.ts';
import { lowerCheck } from '../expression/lower.ts';
import { entityNames } from '../names.ts';

/** A condition as a function, such as `def due_after_start(check: Check[Order]) -> Truth: …` */
export function checkFunction(
  name: string,
  words: string,
  node: Pick<Node, 'sources'>,
  expression: Expression,
  service: Service,
  entity: Entity,
  imports: Imports,
): string {
  const { type, module } = entityNames(entity);
  imports.use('app.records.resource', 'Check');
  imports.use('app.records.resource', 'Truth');
  imports.use(`app.resources.${module}.model`, type);
  const { body, reads, others } = lowerCheck(expression, { service, entity }, imports);
  const locals = (['record', 'previous'] as const)
    .filter((part) => reads.has(part))
    .map((part) => `    ${part} = check.${part}\n`);
  const parameter = reads.size > 0 ? 'check' : '_';
  return [
    `def ${name}(${parameter}: Check[${type}]) -> Truth:\n`,
    docstring(words, node, 4),
    ...locals,
    ...[...others].map(([variable, code]) => `${print(code, `${variable} = `, '', 4)}\n`),
    `${print(body, 'return ', '', 4)}\n`,
  ].join('');
}

/** Names of functions, one for each id: its last part in snake_case. */
export function functionNames(ids: readonly string[], prefix: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const last = (id.split('/').at(-1) ?? '').replace(/[^a-z0-9]+/g, '_').slice(0, 60);
    const base = `${prefix}_${last}`.replace(/_+$/, '');
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
