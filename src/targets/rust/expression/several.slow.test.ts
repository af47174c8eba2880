import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildBlueprint, buildService } from '#blueprint';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { installRust, runCargo } from '../../../../test/support/rust-environment.ts';
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
    await writeService(buildBlueprint({ name: 'shop', services: [service] }), home, 'rust');
    writeFileSync(join(home, 'vectors.json'), JSON.stringify(severalVectors));
    writeFileSync(join(home, 'src/records/vectors.rs'), ASK);
    appendFileSync(join(home, 'src/records.rs'), '\n#[cfg(test)]\nmod vectors;\n');
    appendFileSync(join(home, 'src/resources.rs'), `\n#[cfg(test)]\n${TYPES}\n`);
    const missing = await installRust(home);
    if (missing !== undefined) return t.skip(missing);
    for (const url of ['', await postgres.database()]) {
      const environment = { DATABASE_FILE: ':memory:', DATABASE_URL: url };
      const { status, stdout, stderr } = runCargo(home, TEST, environment);
      assert.equal(status, 0, (stdout + stderr).slice(-3000));
      const answers = JSON.parse(readFileSync(join(home, 'answers.json'), 'utf8')) as unknown[];
      rmSync(join(home, 'answers.json'));
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

const TYPES = `pub mod every {
    pub use super::{customers::Customer, lines::LineRecord, orders::Order};
}`;
const TEST = ['test', '--quiet', '--locked', '--lib', 'records::vectors'];

/** Makes the rows of each vector, and asks its rule: a part of the service, which alone can make them unchecked. */
const ASK = `
use std::sync::Arc;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::store::insert;
use super::{Check, Entity, Reader, Record, Write};
use crate::application::Application;
use crate::caller::Caller;
use crate::config::Config;
use crate::database::Value;
use crate::resources::every::{Customer, LineRecord, Order};
use crate::surroundings::Surroundings;

#[tokio::test]
async fn answers() {
    let settings = std::env::vars().filter(|(name, _)| name.starts_with("DATABASE_"));
    let application = Application::new(Config::read(settings).unwrap()).await.unwrap();
    let vectors: Vec<Json> = serde_json::from_str(include_str!("../../vectors.json")).unwrap();
    let mut answers = Vec::new();
    for (index, vector) in vectors.iter().enumerate() {
        answers.push(ask(&application.around, vector, index).await);
    }
    std::fs::write("answers.json", serde_json::to_string(&answers).unwrap()).unwrap();
}

async fn ask(around: &Arc<Surroundings>, vector: &Json, index: usize) -> Option<bool> {
    let tenant = Uuid::from_u128(index as u128 + 1);
    let roles = vec!["owner".to_owned()];
    let caller = Caller { account_id: tenant, tenant_id: tenant, session_id: tenant, roles };
    let mut write = Write::begin(around, &caller).await.unwrap();
    let mut owner = Json::Null;
    if let Some(customer) = vector.get("customer") {
        owner = json!(make::<Customer>(&mut write, customer, "", Json::Null).await.id);
    }
    let order = make::<Order>(&mut write, &vector["order"], "customerId", owner).await;
    let other = make::<Order>(&mut write, &Json::Null, "", Json::Null).await;
    for values in vector["others"].as_array().into_iter().flatten() {
        make::<Order>(&mut write, values, "", Json::Null).await;
    }
    for line in vector["lines"].as_array().into_iter().flatten() {
        let id = if line.get("elsewhere").is_some() { other.id } else { order.id };
        make::<LineRecord>(&mut write, line, "orderId", json!(id)).await;
    }
    let id = format!("order/rule/v{index}");
    let rule = Order::RULES.iter().find(|rule| rule.id == id).unwrap();
    assert!(rule.several.is_some());
    let check = Check::new(&order, None, &write.caller, write.now);
    let reader = Reader::new(&mut write.session, &write.around.registry, write.caller.tenant_id);
    rule.holds.ask(&check, reader).await.unwrap()
}

/// A record that refers so to another.
async fn make<E: Entity>(write: &mut Write, values: &Json, by: &str, to: Json) -> Record<E> {
    let around = Arc::clone(&write.around);
    let definition = around.registry.definition::<E>().unwrap();
    let mut data = E::default();
    for field in &definition.fields {
        let given = if field.name == by { Some(&to) } else { values.get(field.name) };
        let given = given.filter(|value| !value.is_null());
        let value = given.map_or(Value::Null, |value| field.kind.read(value).unwrap());
        field.set(&mut data, value).unwrap();
    }
    let record = Record {
        id: Uuid::now_v7(),
        data,
        created_at: write.now,
        updated_at: write.now,
        tenant_id: write.caller.tenant_id,
        created_by: write.caller.account_id,
        version: 1,
    };
    insert(&mut write.session, definition, &record).await.unwrap();
    record
}
`;
