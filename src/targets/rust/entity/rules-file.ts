import { jsonName } from '#blueprint';
import type { Entity, Rule, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { severalOf } from '#rules';
import type { Several } from '#rules';
import { assign, call, literal, slice, struct, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { Uses } from '../emit/uses.ts';
import { entityNames } from '../names.ts';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { checkFunction, functionNames } from './check-function.ts';

const occasions: Readonly<Record<Rule['on'][number], string>> = {
  create: 'Occasion::Create',
  update: 'Occasion::Update',
  delete: 'Occasion::Delete',
};

/** `orders/rules.rs`: what must hold for an order whenever it is written. */
export function rulesFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const rules = enforcedRules(entity);
  if (rules.length === 0) return undefined;
  const { type, module } = entityNames(entity);
  const uses = new Uses();
  const names = functionNames(rules.map(({ id }) => id));
  const functions = rules.map((rule) =>
    checkFunction(
      names.get(rule.id) ?? '',
      rule.statement,
      rule,
      rule.expression,
      service,
      entity,
      uses,
    ),
  );
  for (const name of ['Condition', 'Occasion', 'Rule']) uses.use('crate::records', name);
  const items = rules.map((rule) => {
    const several = severalOf(service, rule);
    const blamed = entity.fields.find(({ name }) => name === rule.fields[0]);
    return struct('Rule', {
      id: literal(rule.id),
      on: slice(rule.on.map((on) => occasions[on])),
      property: blamed ? `Some(${literal(jsonName(blamed))})` : 'None',
      message: literal(rule.message),
      holds: call(`Condition::${several ? 'Several' : 'Own'}`, names.get(rule.id) ?? ''),
      several: several ? call('Some', severalCode(several, uses)) : 'None',
    });
  });
  return {
    path: `src/resources/${module}/rules.rs`,
    content: [
      docComment(`What must hold for ${entity.label}`, undefined, 0, '//!'),
      '\n',
      uses.print(),
      '\n',
      `${assign(`pub const RULES: &[Rule<${type}>]`, slice(items))}\n`,
      ...functions.map((text) => `\n${text}`),
    ].join(''),
    owner: 'generated',
    sources: rules.flatMap(({ sources }) => sources),
  };
}

/** What makes the service check a rule when other records are written. */
function severalCode({ members, turns, lenient }: Several, uses: Uses): Code {
  const all = members.map(({ entity, by }) => tuple(literal(entity.name), literal(jsonName(by))));
  return struct(uses.use('crate::records', 'Several'), {
    members: slice(all),
    turns: String(turns),
    lenient: String(lenient),
  });
}
