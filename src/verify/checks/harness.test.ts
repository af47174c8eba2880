import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { createContract } from '#contract';
import { notes } from '../../../test/fixtures/workshop.ts';
import { createHttpClient } from '../http/http-client.ts';
import type { Check } from './check.ts';
import { Untestable } from './failure.ts';
import { runChecks } from './run-checks.ts';
import { Session } from './session.ts';
import type { SessionOptions } from './session.ts';
import { createSubject } from './subject.ts';
import type { Tester } from './tester.ts';

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'",
  'X-Request-Id': 'x',
  'Cache-Control': 'no-store',
};

/** Runs checks against a server that answers whatever a test wants. */
async function run(
  checks: readonly Omit<Check, 'clause'>[],
  handler: Handler,
  options: Partial<SessionOptions> = {},
) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      handler(request, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  const client = createHttpClient({ url, signal });
  const blueprint = notes();
  const service = blueprint.system.services[0]!;
  const subject = createSubject(blueprint, service, createContract({ blueprint, service }));
  const session = new Session({ url, subject, client, signal, rounds: 1, ...options });
  try {
    const cited = checks.map((check) => ({ ...check, clause: 'SP-4.1' }));
    return await runChecks(cited, session, () => undefined);
  } finally {
    client.close();
    server.close();
    server.closeAllConnections();
  }
}

const answer = (response: ServerResponse, status: number, body: unknown) => {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ETag: '"tag-1"' }).end(JSON.stringify(body));
};
const ID = '01890000-0000-7000-8000-00000000abcd';

describe('runChecks', () => {
  it('is green when all checks hold', async () => {
    const check = {
      name: 'creates',
      run: async (t) => {
        const entity = t.session.subject.resources[0]!;
        const { record } = await t.create(await t.owner(), entity);
        t.same(record['title'], 'title 101', 'the title');
      },
    } satisfies Omit<Check, 'clause'>;
    const result = await run([check], (_, body, response) => {
      answer(response, 201, { id: ID, ...(JSON.parse(body) as object) });
    });
    assert.deepEqual(result.findings, []);
    assert.equal(result.verdict, 'passed');
    assert.equal(result.summary, '1 checks, 1 clauses');
  });

  it("reports a failure as 'verify/check-failed' with its clause and a script from an empty service", async () => {
    const check = {
      name: 'changes',
      run: async (t) => {
        const owner = await t.owner();
        const entity = t.session.subject.resources[0]!;
        const { path, etag } = await t.create(owner, entity);
        t.expect(await t.get(owner, path), 200);
        t.expect(await t.patch(owner, path, { title: `it's` }, { 'If-Match': etag }), 200);
      },
    } satisfies Omit<Check, 'clause'>;
    const { findings, verdict } = await run([check], (request, _, response) => {
      const status = { POST: 201, PATCH: 409 }[request.method ?? ''] ?? 200;
      const problem = { type: 'urn:problem:conflict', title: '', status, detail: '' };
      answer(response, status, status < 400 ? { id: ID } : problem);
    });
    assert.equal(verdict, 'failed');
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.code, 'verify/check-failed');
    assert.equal(findings[0]?.clause, 'SP-4.1');
    assert.match(findings[0]?.message ?? '', /PATCH \/api\/notes\/\S+: expected 200, got 409/);
    const lines = (findings[0]?.curl ?? '').split('\n');
    assert.deepEqual(
      lines.map((line) => line.replace(/--data-raw '\{"title":"title.*?\}'/, 'BODY')),
      [
        `A=$(curl -si -X POST "$URL"/api/notes -H 'Content-Type: application/json' BODY)`,
        String.raw`ID1=$(sed '1,/^\r*$/d' <<<"$A" | jq -r .id)`,
        String.raw`ETAG1=$(sed -n 's/\r$//; s/^etag: //Ip' <<<"$A")`,
        `curl -i -X PATCH "$URL"/api/notes/"$ID1" -H 'Content-Type: application/json' -H 'If-Match: '"$ETAG1" --data-raw '{"title":"it'\\''s"}'`,
      ],
    );
  });

  it("reports what no answer may be once, as 'verify/answer-fault'", async () => {
    const name = 'reads';
    const check = {
      name,
      run: async (t) => {
        for (let count = 0; count < 3; count += 1) await t.get(await t.owner(), '/api/notes/x');
      },
    } satisfies Omit<Check, 'clause'>;
    const { findings } = await run([check], (_, __, response) => {
      response.removeHeader('X-Frame-Options');
      const detail = 'Error\n    at run (/app/node_modules/x.js:1:2)';
      answer(response, 404, { type: 'urn:problem:conflict', title: '', status: 404, detail });
    });
    const seen = findings.map(({ code, clause }) => `${code} ${clause}`).toSorted();
    assert.deepEqual(seen, [
      'verify/answer-fault SP-12.3',
      'verify/answer-fault SP-2.2',
      'verify/answer-fault SP-2.4',
      'verify/answer-fault SP-2.4',
    ]);
    assert.match(findings.find(({ clause }) => clause === 'SP-12.3')?.message ?? '', /\(3 answers/);
  });

  it("tells what could not be checked as 'verify/no-example', which is no failure", async () => {
    const check = {
      name: 'impossible',
      run: () => Promise.reject(new Untestable('the rules contradict each other')),
    };
    const { findings, verdict } = await run([check], (_, __, response) =>
      answer(response, 200, {}),
    );
    assert.deepEqual(
      [findings[0]?.code, findings[0]?.severity, verdict],
      ['verify/no-example', 'info', 'passed'],
    );
  });

  it('is red for a 5xx, for no answer, and for a check that stumbles over an answer', async () => {
    const checks: Omit<Check, 'clause'>[] = [
      { name: 'error', run: async (t) => void (await t.get(await t.owner(), '/api/notes')) },
      { name: 'silence', run: async (t) => void (await t.get(await t.owner(), '/none')) },
      { name: 'stumble', run: () => Promise.reject(new TypeError('x is undefined')) },
    ];
    const { findings } = await run(checks, (request, _, response) => {
      if (request.url === '/none') request.socket.destroy();
      else
        answer(response, 500, { type: 'urn:problem:internal', title: '', status: 500, detail: '' });
    });
    const failed = findings.filter(({ code }) => code === 'verify/check-failed');
    assert.equal(failed.length, 3);
  });

  it('reports a request that a failed check no longer waits for, and does not end with it', async () => {
    let answered = 0;
    const check = {
      name: 'impatient',
      run: async (t) => {
        const owner = await t.owner();
        void t.get(owner, '/api/notes');
        void t.session.once('nobody waits', () => t.get(owner, '/api/notes'));
        t.expect(await t.get(owner, '/quick'), 404);
      },
    } satisfies Omit<Check, 'clause'>;
    const { findings, verdict } = await run([check], (request, _, response) => {
      const send = () =>
        answer(response, 500, { type: 'urn:problem:internal', title: '', status: 500, detail: '' });
      if (request.url === '/quick') return answer(response, 200, {});
      setTimeout(() => {
        answered += 1;
        send();
      }, 50);
    });
    assert.deepEqual([verdict, answered], ['failed', 2]);
    assert.deepEqual(
      findings.map(({ code, clause }) => `${code} ${clause}`),
      ['verify/check-failed SP-4.1', 'verify/answer-fault SP-4.6'],
    );
  });

  it('begins no check after the first that failed, where only the verdict counts', async () => {
    const begun: number[] = [];
    const checks = Array.from({ length: 50 }, (_, index) => ({
      name: `check ${index}`,
      alone: index === 49,
      run: async (t: Tester) => {
        begun.push(index);
        t.expect(await t.get(await t.owner(), '/api/notes'), index === 3 ? 201 : 200);
      },
    }));
    const answer200: Handler = (_, __, response) => answer(response, 200, {});
    const { verdict } = await run(checks, answer200, { stopAtFirst: true });
    assert.equal(verdict, 'failed');
    assert.ok(begun.length < 30 && !begun.includes(49), String(begun));
    begun.length = 0;
    await run(checks, answer200);
    assert.equal(begun.length, 50);
  });
});
