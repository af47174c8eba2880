import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readAnyRequirements } from '#intake';
import { runService } from '#verify';
import type { UserService } from '#verify';
import { harbourChecks } from '../../../../test/support/harbour-checks.ts';
import { oddContract } from '../../../../test/support/odd-contract.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { installRust, runCargo } from '../../../../test/support/rust-environment.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-given-rust-'));
const harbour = join(home, 'harbour');
let missing: string | undefined;
let service: UserService | undefined;

before(async () => {
  await writeService(await readGiven('harbour.yaml'), harbour, 'rust');
  writeFileSync(join(harbour, 'src/handlers/ships/ships_get.rs'), HANDLER);
  missing = await installRust(harbour);
  if (missing !== undefined) return;
  const { signal } = new AbortController();
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', DATABASE_FILE: ':memory:' };
  const { value, diagnostics } = await runService({ directory: harbour, env, signal });
  assert.ok(value, JSON.stringify(diagnostics));
  service = value;
});
after(async () => {
  await service?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('a Rust service whose contract was given', () => {
  harbourChecks(() => ({ directory: harbour, url: service?.url ?? '', missing }));

  it('is formatted, and right by clippy', (t) => {
    if (missing !== undefined) return t.skip(missing);
    const clippy = ['clippy', '--quiet', '--locked', '--', '-D', 'warnings'];
    for (const args of [['fmt', '--check'], clippy]) {
      const { status, stdout, stderr } = runCargo(harbour, args);
      assert.equal(status, 0, (stdout + stderr).slice(-3000));
    }
  });
});

it('a contract in which every name is odd makes Rust that is formatted', async (t) => {
  if (missing !== undefined) return t.skip(missing);
  const odd = { document: 'odd.json', text: JSON.stringify(oddContract()) };
  const { value } = await readAnyRequirements(odd);
  assert.ok(value);
  await writeService(value, join(home, 'odd'), 'rust');
  const { status, stdout, stderr } = runCargo(join(home, 'odd'), ['fmt', '--check']);
  assert.equal(status, 0, (stdout + stderr).slice(-3000));
});

const HANDLER = `use serde::Deserialize;
use serde_json::json;

use crate::api::{Answer, ApiRequest};
use crate::http::Failure;

#[derive(Deserialize)]
struct Path {
    imo: u32,
}

pub async fn ships_get(request: ApiRequest) -> Result<Answer, Failure> {
    let Path { imo } = request.path()?;
    let name = if imo == 2_000_000 { "x".repeat(81) } else { "Ada".to_owned() };
    let status = if imo == 3_000_000 { 418 } else { 200 };
    Answer::json(status, json!({ "imo": imo, "name": name, "kind": "ferry" }))
}
`;
