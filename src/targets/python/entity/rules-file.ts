import { jsonName } from '#blueprint';
import type { Entity, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { severalOf } from '#rules';
import type { Several } from '#rules';
import { call, literal, print, tuple } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames, fieldNames } from '../names.ts';
import { checkFunction, functionNames } from './check-function.ts';

/** `rules.py`: what must hold for an order whenever it is written. */
export function rulesFile(service: Service, entity: Entity): GeneratedFile | undefined {
  const rules = enforcedRules(entity);
  if (rules.length === 0) return undefined;
  const { type, module } = entityNames(entity);
  const imports = new Imports();
  const names = functionNames(
    rules.map(({ id }) => id),
    'rule',
  );
  const functions = rules.map((rule) =>
    checkFunction(
      names.get(rule.id) ?? '',
      rule.statement,
      rule,
      rule.expression,
      service,
      entity,
      imports,
    ),
  );
  imports.use('app.records.resource', 'Rule');
  const items = tuple(
    rules.map((rule) => {
      const blamed = entity.fields.find(({ name }) => name === rule.fields[0]);
      return call('Rule', [], {
        id: literal(rule.id),
        on: tuple(rule.on.map(literal)),
        property: blamed && literal(jsonName(blamed)),
        message: literal(rule.message),
        holds: names.get(rule.id),
        several: severalCode(severalOf(service, rule), imports),
      });
    }),
  );
  return {
    path: `app/resources/${module}/rules.py`,
    content: [
      docstring(`What must hold for ${entity.label}`),
      '\n',
      imports.print(),
      '\n\n',
      functions.join('\n\n'),
      '\n\n',
      print(items, `RULES: tuple[Rule[${type}], ...] = `),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: rules.flatMap(({ sources }) => sources),
  };
}

/** What makes the service check a rule when other records are written. */
function severalCode(several: Several | undefined, imports: Imports): Code | undefined {
  if (!several) return undefined;
  const { members, turns, lenient } = several;
  const all = members.map(({ entity, by }) =>
    tuple([literal(entity.name), literal(fieldNames(by).attribute)]),
  );
  return call(imports.use('app.records.resource', 'Several'), [], {
    members: all.length > 0 ? tuple(all) : undefined,
    turns: turns ? 'True' : undefined,
    lenient: lenient ? 'True' : undefined,
  });
}
