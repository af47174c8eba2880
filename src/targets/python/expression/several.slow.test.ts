import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildBlueprint, buildService } from '#blueprint';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { installPython, runPython } from '../../../../test/support/python-environment.ts';
import { writeService } from '../../../../test/support/write-service.ts';
import {
  ruleOf,
  severalEntities,
  severalVectors,
} from '../../../../test/vectors/several-vectors.ts';

/** Each vector becomes a rule, whose function is asked about real rows; each has a tenant of its own. */
test('rules over several records answer as the vectors say, on both databases', async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'microforge-several-'));
  const postgres = await startPostgres();
  try {
    const entities = severalEntities.map((entity) =>
      entity.name === 'order' ? { ...entity, rules: severalVectors.map(ruleOf) } : entity,
    );
    const service = buildService({ name: 'shop', access: 'public', entities });
    await writeService(buildBlueprint({ name: 'shop', services: [service] }), home, 'python');
    const missing = await installPython(home);
    if (missing !== undefined) return t.skip(missing);
    writeFileSync(join(home, 'vectors.json'), JSON.stringify(severalVectors));
    for (const url of ['', await postgres.database()]) {
      const { status, stdout, stderr } = runPython(home, ['-c', ASK, url]);
      assert.equal(status, 0, stderr);
      const answers = JSON.parse(stdout) as unknown[];
      assert.deepEqual(
        severalVectors.map(({ name }, at) => [name, answers[at]]),
        severalVectors.map(({ name, expected }) => [name, expected]),
      );
    }
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true });
  }
});

/** Makes the rows of each vector, and asks its rule. */
const ASK = `
import json
import sys
from uuid import UUID
from app.caller import Caller
from app.clock import now
from app.database.base import Base
from app.database.engine import Database, make_engine
from app.fields.schema import kind_of
from app.ids import uuid7
from app.records.context import Write
from app.records.registry import Registry
from app.resources import resources

registry = Registry(resources)
database = Database(make_engine(sys.argv[1] or None, ":memory:"))
Base.metadata.create_all(database.engine)

def ask(session, vector, index):
    tenant = UUID(int=index + 1)
    write = Write(session, registry, "shop", Caller(tenant, tenant, tenant, ("owner",)), now())

    def insert(name, values):
        resource = registry.resource(name)
        record = resource.model()
        record.tenant_id = record.created_by = tenant
        record.id, record.version = uuid7(), 1
        record.created_at = record.updated_at = write.now
        for attribute, field in resource.fields.items():
            value = values.get(field.alias)
            setattr(record, attribute, None if value is None else kind_of(field).read(value))
        session.add(record)
        session.flush()
        return record

    customer = vector.get("customer")
    owner = None if customer is None else str(insert("customer", customer).id)
    order = insert("order", {**vector.get("order", {}), "customerId": owner})
    other = insert("order", {})
    for values in vector.get("others", []):
        insert("order", values)
    for line in vector.get("lines", []):
        insert("line", {**line, "orderId": str((other if "elsewhere" in line else order).id)})
    rule = registry.resource("order").rules[index]
    assert rule.several is not None
    return rule.holds(write.check(order, None))

vectors = json.load(open("vectors.json"))
answers = [
    database.write(lambda session: ask(session, vector, index))
    for index, vector in enumerate(vectors)
]
print(json.dumps(answers))
`;
