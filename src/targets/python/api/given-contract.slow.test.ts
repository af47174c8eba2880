import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readAnyRequirements } from '#intake';
import { runService } from '#verify';
import type { UserService } from '#verify';
import { harbourChecks } from '../../../../test/support/harbour-checks.ts';
import { keptChecks } from '../../../../test/support/kept-checks.ts';
import { oddContract } from '../../../../test/support/odd-contract.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { installPython, runPython } from '../../../../test/support/python-environment.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-given-python-'));
const folder = (name: string) => join(home, name);
let missing: string | undefined;

before(async () => {
  const odd = { document: 'odd.json', text: JSON.stringify(oddContract()) };
  const { value } = await readAnyRequirements(odd);
  assert.ok(value);
  await writeService(value, folder('odd'), 'python');
  await writeService(await readGiven('harbour.yaml'), folder('harbour'), 'python');
  await writeService(await readGiven('workshop.json'), folder('workshop'), 'python');
  writeFileSync(join(folder('harbour'), 'app/handlers/ships/ships_get.py'), HANDLER);
  for (const name of ['odd', 'harbour', 'workshop']) missing ??= await installPython(folder(name));
});
after(() => rmSync(home, { recursive: true, force: true }));

async function start(name: string, environment = {}): Promise<UserService | undefined> {
  if (missing !== undefined) return undefined;
  const env = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const { signal } = new AbortController();
  const { value, diagnostics } = await runService({ directory: folder(name), env, signal });
  assert.ok(value, JSON.stringify(diagnostics));
  return value;
}

for (const name of ['harbour', 'odd'])
  it(`${name}: is formatted, and right by ruff and mypy --strict`, (t) => {
    if (missing !== undefined) return t.skip(missing);
    for (const args of [
      ['ruff', 'format', '--check', '--no-cache'],
      ['ruff', 'check', '--no-cache'],
      ['mypy', '--cache-dir=.venv/mypy'],
    ]) {
      const { status, stdout, stderr } = runPython(folder(name), ['-m', ...args]);
      assert.equal(status, 0, (stdout + stderr).slice(-3000));
    }
  });

describe('a Python service whose contract was given', () => {
  let service: UserService | undefined;
  before(async () => {
    service = await start('harbour', { DATABASE_FILE: ':memory:' });
  });
  after(() => service?.stop());

  harbourChecks(() => ({ directory: folder('harbour'), url: service?.url ?? '', missing }));
});

it('a contract in which every name is odd is served in Python', async (t) => {
  if (missing !== undefined) return t.skip(missing);
  const service = await start('odd', { DATABASE_FILE: ':memory:' });
  const path = `/p0/${encodeURIComponent("it's")}/1/2`;
  const { status } = await fetch(`${service?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"senseless": 3}',
  }).finally(() => service?.stop());
  assert.equal(status, 501);
});

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`what a contract lets callers keep, in Python on ${kind}`, () => {
    let environment: Readonly<Record<string, string>>;
    let service: UserService | undefined;
    const ends: (() => Promise<unknown>)[] = [];

    before(async () => {
      if (kind === 'sqlite') environment = { DATABASE_FILE: join(home, 'kept.db') };
      else {
        const server = await startPostgres();
        ends.push(() => server.stop());
        environment = { DATABASE_URL: await server.database() };
      }
      service = await start('workshop', environment);
    });
    after(async () => {
      await service?.stop();
      for (const end of ends) await end();
    });

    keptChecks(() => ({
      url: service?.url ?? '',
      async restart() {
        await service?.stop();
        service = await start('workshop', environment);
      },
      missing,
    }));
  });
}

const HANDLER = `from app.api.operation import Answer
from app.operations.schemas import Ship
from app.operations.ships_models import ShipsGetAnswer, ShipsGetRequest


def ships_get(request: ShipsGetRequest) -> ShipsGetAnswer:
    imo = request.path.imo
    name = "x" * 81 if imo == 2000000 else "Ada"
    return Answer(418 if imo == 3000000 else 200, Ship(imo=imo, name=name, kind="ferry"))
`;
