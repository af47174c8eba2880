import type { Entity, Expression, Node, Service } from '#blueprint';
import { print } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import type { Uses } from '../emit/uses.ts';
import { lowerCheck } from '../expression/lower.ts';
import { entityNames } from '../names.ts';

/** A condition as a function, such as `fn due_after_start(check: &Check<'_, Order>) -> Truth { … }` */
export function checkFunction(
  name: string,
  words: string,
  node: Pick<Node, 'sources'>,
  expression: Expression,
  service: Service,
  entity: Entity,
  uses: Uses,
): string {
  const { type } = entityNames(entity);
  uses.use('crate::records', 'Check');
  uses.use('crate::rules', 'Truth');
  uses.use('super', type);
  const { body, reads } = lowerCheck(expression, service, entity, uses);
  const locals = (['record', 'previous'] as const)
    .filter((part) => reads.has(part))
    .map((part) => `    let ${part} = check.${part};\n`);
  const head = `fn ${name}(${reads.size > 0 ? 'check' : '_'}: &Check<'_, ${type}>) -> Truth {`;
  return [
    docComment(words, node),
    head.length <= 100 ? `${head}\n` : `${head.replace('(', '(\n    ').replace(') ->', ',\n) ->')}\n`,
    ...locals,
    `${print(body, '', '', 4)}\n`,
    '}\n',
  ].join('');
}

/** Names of functions, one for each id: its last part in snake_case. */
export function functionNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    const last = (id.split('/').at(-1) ?? '').replace(/[^a-z0-9]+/g, '_').slice(0, 50);
    const base = `check_${last}`.replace(/_+/g, '_').replace(/_$/, '');
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base}_${number}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
