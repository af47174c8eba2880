import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildService } from '#blueprint';
import type { Rule } from '#blueprint';
import { installPython, runPython } from '../../../../test/support/python-environment.ts';
import { writeService } from '../../../../test/support/write-service.ts';
import {
  expressionVectors,
  vectorEntity,
  vectorNow,
} from '../../../../test/vectors/expressions.ts';

/** Each vector becomes a rule of a service, and its function is asked in Python. */
test('lowered expressions answer as the vectors say', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'microforge-vectors-'));
  try {
    const entity = buildEntity({ ...vectorEntity, rules: expressionVectors.map(toRule) });
    const service = buildService({ name: 'vectors', access: 'public', entities: [entity] });
    await writeService(buildBlueprint({ name: 'vectors', services: [service] }), home, 'python');
    const missing = await installPython(home);
    if (missing !== undefined) return t.skip(missing);
    writeFileSync(join(home, 'vectors.json'), JSON.stringify([vectorNow, expressionVectors]));
    const { status, stdout, stderr } = runPython(home, ['-c', ASK]);
    assert.equal(status, 0, stderr);
    const answers = JSON.parse(stdout) as unknown[];
    assert.deepEqual(
      expressionVectors.map(({ name }, at) => [name, answers[at]]),
      expressionVectors.map(({ name, expected }) => [name, expected]),
    );
    assert.ok(answers.length > 40);
  } finally {
    rmSync(home, { recursive: true });
  }
});

/** Brings values of JSON into the form of the models, and asks each rule. */
const ASK = `
import json
from decimal import Decimal
from types import SimpleNamespace
from app.caller import NIL, Caller
from app.fields import ExactNumber, Moment
from app.fields.schema import kind_of
from app.records.resource import Check
from app.resources.samples.resource import resource
from app.resources.samples.rules import RULES

def record(values):
    if values is None:
        return None
    read = {name: None for name in resource.fields}
    for name, field in resource.fields.items():
        value = values.get(field.alias)
        kind = kind_of(field)
        # Vectors hold larger amounts than a field takes.
        known = Decimal if isinstance(kind, ExactNumber) else kind.read
        read[name] = None if value is None else known(value)
    return SimpleNamespace(**read)

now, vectors = json.load(open("vectors.json"))
answers = []
for rule, vector in zip(RULES, vectors, strict=True):
    caller = Caller(NIL, NIL, NIL, tuple(vector.get("roles", ())))
    check = Check(
        record(vector.get("record", {})), record(vector.get("previous")), caller, Moment().parse(now), None
    )
    answers.append(rule.holds(check))
print(json.dumps(answers))
`;

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
