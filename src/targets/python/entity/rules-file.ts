import { jsonName } from '#blueprint';
import type { Entity } from '#blueprint';
import type { GeneratedFile } from '#files';
import { enforcedRules } from '../../shared/rules/enforced-rules.ts';
import { call, literal, print, tuple } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { entityNames } from '../names.ts';
import { checkFunction, functionNames } from './check-function.ts';

/** `rules.py`: what must hold for an order whenever it is written. */
export function rulesFile(entity: Entity): GeneratedFile | undefined {
  const rules = enforcedRules(entity);
  if (rules.length === 0) return undefined;
  const { type, module } = entityNames(entity);
  const imports = new Imports();
  const names = functionNames(
    rules.map(({ id }) => id),
    'rule',
  );
  const functions = rules.map((rule) =>
    checkFunction(names.get(rule.id) ?? '', rule.statement, rule, rule.expression, entity, imports),
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
