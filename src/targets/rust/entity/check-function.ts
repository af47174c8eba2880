import { isOverOneRecord } from '#blueprint';
import type { Entity, Expression, Node, Service } from '#blueprint';
import { assign, call, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
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
  uses.use('super', type);
  const { body, reads, others } = lowerCheck(expression, { service, entity }, uses);
  const check = reads.size > 0 ? 'check' : '_';
  const parts = (['record', 'previous'] as const).filter((part) => reads.has(part));
  if (!isOverOneRecord(expression)) {
    return severalFunction(docComment(words, node), name, type, check, parts, others, body, uses);
  }
  uses.use('crate::rules', 'Truth');
  const locals = parts.map((part) => `    let ${part} = check.${part};\n`);
  const head = `fn ${name}(${check}: &Check<'_, ${type}>) -> Truth {`;
  return [
    docComment(words, node),
    head.length <= 100
      ? `${head}\n`
      : `${head.replace('(', '(\n    ').replace(') ->', ',\n) ->')}\n`,
    ...locals,
    `${print(body, '', '', 4)}\n`,
    '}\n',
  ].join('');
}

/** A condition over several records, which have to be read first. */
function severalFunction(
  comment: string,
  name: string,
  type: string,
  check: string,
  parts: readonly string[],
  others: ReadonlyMap<string, Code>,
  body: Code,
  uses: Uses,
): string {
  for (const used of ['Asked', 'Reader']) uses.use('crate::records', used);
  const reads = [...others.values()].some((code) => isRead(code));
  const parameters = [
    `${check}: &'a Check<'a, ${type}>`,
    `${reads ? 'mut read' : '_'}: Reader<'a>`,
  ];
  const flat = `fn ${name}<'a>(${parameters.join(', ')}) -> Asked<'a> {\n`;
  const long = `fn ${name}<'a>(\n    ${parameters.join(',\n    ')},\n) -> Asked<'a> {\n`;
  return [
    comment,
    flat.length <= 101 ? flat : long,
    '    Box::pin(async move {\n',
    ...parts.map((part) => `        let ${part} = check.${part};\n`),
    ...[...others].map(([other, code]) => otherLines(other, code)),
    `${print(call('Ok', body), '', '', 8)}\n`,
    '    })\n}\n',
  ].join('');
}

/** What a read asks for stands before it where both do not fit on a line. */
function otherLines(name: string, code: Code): string {
  if (!isRead(code)) return `${assign(`let ${name}`, code, ';', 8)}\n`;
  const flat = assign(`let ${name}`, code, '.await?;', 8);
  const [fits] = typeof code === 'string' ? [] : code.items;
  if (!flat.includes('\n') || typeof code === 'string' || !fits) return `${flat}\n`;
  const which = `${name}_that_fit`;
  return [
    `${assign(`let ${which}`, fits.value, ';', 8)}\n`,
    `        let ${name} = ${code.open}${which}).await?;\n`,
  ].join('');
}

const isRead = (code: Code) => typeof code !== 'string' && code.open.startsWith('read.');

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
