import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { startFaultProxy } from '../../../test/support/fault-proxy.ts';
import type { Passing, ProxyFault } from '../../../test/support/fault-proxy.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { writeService } from '../../../test/support/write-service.ts';
import { gate as abuse } from '../abuse/abuse.gate.ts';
import { abuseGroups } from '../abuse/groups.ts';
import { gate as behaviour } from '../behaviour/behaviour.gate.ts';
import { behaviourGroups } from '../behaviour/groups.ts';
import type { Gate, GateContext } from '../gate.ts';
import { openSession } from '../open-session.ts';
import { toolchain } from '../toolchains/typescript.toolchain.ts';
import { collectChecks } from './check.ts';
import { runChecks } from './run-checks.ts';
import { withSession } from './with-session.ts';

// The suites know nothing of the target; the one that is here is what they are tried on.
const signal = AbortSignal.timeout(500_000);
let directory = '';
let postgres: PostgresServer;
before(async () => {
  directory = mkdtempSync(join(tmpdir(), 'microforge-suites-'));
  await writeService(workshop(), join(directory, 'workshop'));
  await writeService(notes(), join(directory, 'notes'));
  postgres = await startPostgres();
});
after(async () => {
  await postgres.stop();
  rmSync(directory, { recursive: true });
});

describe('the suites find nothing in a right service', () => {
  for (const blueprint of [notes(), workshop()]) {
    for (const gate of [behaviour, abuse]) {
      const what = `${gate.name} of ${blueprint.system.name}`;
      it(`${what} on SQLite`, () => isGreen(blueprint, gate));
      it(`${what} on PostgreSQL`, async () => {
        await isGreen(blueprint, gate, async () => ({ DATABASE_URL: await postgres.database() }));
      });
    }
  }

  it('nor do longer races', async () => {
    const findings = await withContext(workshop(), behaviour, (context) =>
      withSession(
        context,
        {},
        async (session) => {
          const checks = collectChecks(behaviourGroups, session.subject);
          const races = checks.filter(({ name }) =>
            /at once|against|wins|sides|being deleted/.test(name),
          );
          assert.ok(races.length > 20);
          return (await runChecks(races, session, () => undefined)).findings;
        },
        10,
      ),
    );
    assert.deepEqual(findings, []);
  });
});

describe('the suites find what is wrong', () => {
  for (const [what, { clause, ...fault }] of Object.entries(faults())) {
    it(`${what} (${clause})`, async () => {
      const clauses = await withContext(workshop(), behaviour, (context) =>
        clausesBroken(context, clause, fault),
      );
      assert.ok(clauses.includes(clause), `found ${clauses.join(', ') || 'nothing'}`);
    });
  }
});

async function isGreen(
  blueprint: Blueprint,
  gate: Gate,
  environment: () => Promise<Readonly<Record<string, string>>> = () => Promise.resolve({}),
): Promise<void> {
  const result = await withContext(blueprint, gate, (context) => {
    const start: GateContext['start'] = async (extra) =>
      context.start({ ...extra, ...(await environment()) });
    return gate.run({ ...context, start });
  });
  assert.deepEqual(result.findings, []);
  assert.equal(result.verdict, 'passed');
}

/** Gives what a gate has when `verify` runs it. */
async function withContext<T>(
  blueprint: Blueprint,
  gate: Gate,
  use: (context: GateContext) => Promise<T>,
): Promise<T> {
  const service = blueprint.system.services[0]!;
  const session = openSession({
    directory: join(directory, blueprint.system.name),
    forged: { target: 'typescript', blueprint, service },
    contract: createContract({ blueprint, service }),
    toolchain,
    seed: 1,
    env: process.env,
    signal,
    onProgress: () => undefined,
  });
  const { context, close } = session.open(gate, signal);
  try {
    return await use(context);
  } finally {
    await close();
    await session.close();
  }
}

/** Runs the checks of one clause against a service that a proxy makes wrong. */
async function clausesBroken(
  context: GateContext,
  clause: string,
  fault: ProxyFault,
): Promise<readonly (string | undefined)[]> {
  const proxies: { stop(): void }[] = [];
  const start: GateContext['start'] = async (extra) => {
    const running = await context.start(extra);
    const proxy = await startFaultProxy(running.url, fault);
    proxies.push(proxy);
    return { ...running, url: proxy.url };
  };
  try {
    return await withSession({ ...context, start }, {}, async (session) => {
      const groups = [...behaviourGroups, ...abuseGroups];
      const all = collectChecks(groups, session.subject);
      const checks = all.filter((check) => check.clause === clause);
      const { findings } = await runChecks(checks, session, () => undefined);
      return findings.filter(({ severity }) => severity === 'error').map((one) => one.clause);
    });
  } finally {
    for (const proxy of proxies) proxy.stop();
  }
}

function faults(): Readonly<Record<string, ProxyFault & { readonly clause: string }>> {
  const json = (change: (body: string) => string) => (message: Passing) => {
    if (message.status < 300) message.body = change(message.body);
  };
  const query = (keep: (name: string) => boolean) => (message: Passing) => {
    const [path = '', text = ''] = message.target.split('?');
    if (message.method !== 'GET' || !path.startsWith('/api/')) return;
    const parts = text
      .split('&')
      .filter((part) => part !== '' && keep(part.split(/[=[%]/, 1)[0] ?? ''));
    message.target = parts.length > 0 ? `${path}?${parts.join('&')}` : path;
  };
  let requests = 0;
  let owner: string | undefined;
  return {
    'decimals lose their zeros': {
      clause: 'SP-1.5',
      back: json((body) => body.replace(/"(\d+)\.\d0"/g, '"$1"')),
    },
    'times have no milliseconds': {
      clause: 'SP-1.4',
      back: json((body) => body.replace(/\.\d{3}Z"/g, 'Z"')),
    },
    'missing values are left out': {
      clause: 'SP-1.2',
      back: json((body) => body.replace(/"\w+":null,/g, '')),
    },
    'a stack trace shows': {
      clause: 'SP-2.4',
      back: (m) =>
        void (
          m.status >= 400 &&
          (m.body = m.body.replace(
            '"detail":"',
            '"detail":"Error\\n    at run (/app/src/main.ts:1:2) ',
          ))
        ),
    },
    'errors are no problem documents': {
      clause: 'SP-2.1',
      back: (m) => void (m.status >= 400 && (m.headers['content-type'] = 'application/json')),
    },
    'pages begin anew': { clause: 'SP-3.1', there: query((name) => name !== 'cursor') },
    'sort is ignored': { clause: 'SP-3.2', there: query((name) => name !== 'sort') },
    'filters are ignored': {
      clause: 'SP-3.3',
      there: query((name) => ['limit', 'cursor', 'sort', 'q'].includes(name)),
    },
    'q is ignored': { clause: 'SP-3.4', there: query((name) => name !== 'q') },
    'a create answers 200': {
      clause: 'SP-4.1',
      back: (m) => void (m.status === 201 && (m.status = 200)),
    },
    'If-None-Match is ignored': {
      clause: 'SP-4.2',
      there: (m) => void delete m.headers['if-none-match'],
    },
    'If-Match is ignored': { clause: 'SP-4.5', there: (m) => void delete m.headers['if-match'] },
    'Idempotency-Key is ignored': {
      clause: 'SP-4.7',
      there: (m) => void delete m.headers['idempotency-key'],
    },
    'some answers are 500': {
      clause: 'SP-4.6',
      back: (m) => void ((requests += 1) % 40 === 0 && (m.status = 500)),
    },
    'a conflict is 422': {
      clause: 'SP-4.9',
      back: (m) => void (m.status === 409 && (m.status = 422)),
    },
    'everyone is the owner': {
      clause: 'SP-7.3',
      there: (m) => {
        const sent = m.headers.authorization;
        if (sent?.startsWith('Bearer ey') !== true) return;
        owner ??= sent;
        m.headers.authorization = owner;
      },
    },
    'a refused role is 404': {
      clause: 'SP-7.3',
      back: (m) => void (m.status === 403 && (m.status = 404)),
    },
    'the cookie is for scripts too': {
      clause: 'SP-6.6',
      back: (m) =>
        void (m.headers['set-cookie'] = m.headers['set-cookie']?.map((one) =>
          one.replace('; HttpOnly', ''),
        )),
    },
    'any origin may act': {
      clause: 'SP-6.7',
      there: (m) => void (m.headers.origin &&= `http://${m.headers.host}`),
    },
    'rules go unnamed': {
      clause: 'SP-9.1',
      back: (m) => void (m.body = m.body.replaceAll('"rule":', '"because":')),
    },
    'a wrong step is 422': {
      clause: 'SP-10.2',
      back: (m) => void (m.body.includes('invalid-transition') && (m.status = 422)),
    },
    'events are lost': {
      clause: 'SP-11.1',
      back: (m) =>
        void (
          m.target.startsWith('/events') &&
          (m.body = m.body.replace(/"type":"[\w.]+\.updated"/g, '"type":"x.y"'))
        ),
    },
    'every origin may read': {
      clause: 'SP-12.4',
      back: (m) => void (m.headers['access-control-allow-origin'] = '*'),
    },
  };
}
