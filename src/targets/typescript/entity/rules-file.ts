import { jsonName } from '#blueprint';
import type { Entity, Rule, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { severalOf } from '#rules';
import type { Several } from '#rules';
import { array, literal, object, print } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { checkCode, lowerCheck } from '../expression/lower.ts';
import { entityNames } from '../names.ts';

/** `order.rules.ts`: what must hold for an order whenever it is written. */
export function rulesFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const rules = enforcedRules(entity);
  if (rules.length === 0) return undefined;
  const { type, value, folder, file } = entityNames(entity);
  const imports = new Imports();
  const list = array(
    rules.map((rule) => ruleCode(service, entity, rule, imports)),
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

function ruleCode(service: Service, entity: Entity, rule: Rule, imports: Imports): Code {
  const blamed = entity.fields.find(({ name }) => name === rule.fields[0]);
  const check = lowerCheck(rule.expression, { service, entity }, imports);
  return object(
    {
      id: literal(rule.id),
      on: array(rule.on.map(literal)),
      property: blamed && literal(jsonName(blamed)),
      message: literal(rule.message),
      several: severalCode(severalOf(service, rule)),
      holds: checkCode(check),
    },
    true,
  );
}

/** What makes the service check a rule when other records are written. */
function severalCode(several: Several | undefined): Code | undefined {
  if (!several) return undefined;
  const { members, turns, lenient } = several;
  const all = members.map(({ entity, by }) =>
    object({ resource: literal(entity.name), by: literal(jsonName(by)) }),
  );
  return object({
    members: all.length > 0 ? array(all) : undefined,
    turns: turns ? 'true' : undefined,
    lenient: lenient ? 'true' : undefined,
  });
}
