import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildEntity, buildService } from '#blueprint';
import type { Rule } from '#blueprint';
import {
  expressionVectors,
  vectorEntity,
  vectorNow,
} from '../../../../test/vectors/expressions.ts';
import { rulesFile } from '../entity/rules-file.ts';

interface Loaded {
  readonly sampleRules: readonly { id: string; holds(check: object): boolean | undefined }[];
}

/** Each vector becomes a rule, and the file of these rules is run beside the real helpers. */
describe('lowered expressions', () => {
  const template = join(import.meta.dirname, '../template/src');
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  let rules: Loaded['sampleRules'] = [];

  before(async () => {
    const entity = buildEntity({ ...vectorEntity, rules: expressionVectors.map(toRule) });
    const content = rulesFile(buildService({ name: 's', entities: [entity] }), entity)?.content;
    assert.ok(content);
    const file = join(folder, 'sample.rules.ts');
    writeFileSync(file, content.replaceAll("'../../", `'${template}/`));
    ({ sampleRules: rules } = (await import(pathToFileURL(file).href)) as Loaded);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [index, { name, record, previous, roles, expected }] of expressionVectors.entries()) {
    it(name, () => {
      const check = {
        record: record ?? {},
        previous,
        caller: { roles: roles ?? [] },
        now: new Date(vectorNow),
      };
      assert.equal(rules[index]?.holds(check), expected ?? undefined);
    });
  }
});

function toRule({ name, expression }: (typeof expressionVectors)[number], index: number): Rule {
  return {
    id: `sample/rule/v${index}`,
    label: name,
    statement: name,
    message: name,
    origin: 'stated',
    sources: [],
    on: ['create'],
    expression,
    fields: [],
  };
}
