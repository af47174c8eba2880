import { jsonName } from '#blueprint';
import type { Entity, Rule } from '#blueprint';
import type { GeneratedFile } from '#files';
import { enforcedRules } from '../../shared/entity/enforced-rules.ts';
import { array, arrow, literal, object, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { lowerCheck } from '../expression/lower.ts';
import { entityNames } from '../names.ts';

/** `order.rules.ts`: what must hold for an order whenever it is written. */
export function rulesFile(entity: Entity): GeneratedFile | undefined {
  const rules = enforcedRules(entity);
  if (rules.length === 0) return undefined;
  const { type, value, folder, file } = entityNames(entity);
  const imports = new Imports();
  const list = array(
    rules.map((rule) => ruleCode(entity, rule, imports)),
    true,
  );
  imports.type('../../records/resource.ts', 'Rule');
  imports.type(`./${file}.fields.ts`, type);
  return {
    path: `${folder}/${file}.rules.ts`,
    content: [
      imports.print(),
      '\n',
      docComment(`What must hold for ${entity.label}`, { sources: [] }),
      print(list, `export const ${value('Rules')}: readonly Rule<${type}>[] = `, ';'),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: rules.flatMap(({ sources }) => sources),
  };
}

function ruleCode(entity: Entity, rule: Rule, imports: Imports): Code {
  const blamed = entity.fields.find(({ name }) => name === rule.fields[0]);
  const { body, parameters } = lowerCheck(rule.expression, entity, imports);
  return object(
    {
      id: literal(rule.id),
      on: array(rule.on.map(literal)),
      property: blamed && literal(jsonName(blamed)),
      message: literal(rule.message),
      holds: arrow(parameterList(parameters), body),
    },
    true,
  );
}

/** `({ previous, record })`, or `()` where nothing is read. */
export function parameterList(parameters: readonly string[]): string {
  return parameters.length === 0 ? '()' : `({ ${parameters.join(', ')} })`;
}
