import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readReport } from './read-report.ts';

const URL = 'http://127.0.0.1:4000';
const BOOK = '01a20035-05a3-7738-b97e-6fa61a6e2e9f';
const folder = mkdtempSync(join(tmpdir(), 'microforge-report-'));
after(() => rmSync(folder, { recursive: true }));

/** The code that each check of Schemathesis becomes. */
const codes = {
  not_a_server_error: 'verify/schemathesis-server-error',
  status_code_conformance: 'verify/schemathesis-status',
  content_type_conformance: 'verify/schemathesis-content-type',
  response_headers_conformance: 'verify/schemathesis-header',
  response_schema_conformance: 'verify/schemathesis-schema',
  negative_data_rejection: 'verify/schemathesis-invalid-accepted',
  missing_required_header: 'verify/schemathesis-invalid-accepted',
  valid_data_acceptance: 'verify/schemathesis-valid-refused',
  unsupported_method: 'verify/schemathesis-method',
  allow_header_conformance: 'verify/schemathesis-method',
  use_after_free: 'verify/schemathesis-use-after-delete',
  ensure_resource_availability: 'verify/schemathesis-not-available',
  ignored_auth: 'verify/schemathesis-no-credentials',
  object_level_authorization: 'verify/schemathesis-other-tenant',
  a_check_of_tomorrow: 'verify/schemathesis-failed',
};

describe('readReport', () => {
  it('makes findings of ours of each check', async () => {
    for (const [check, code] of Object.entries(codes)) {
      const { findings } = await read(scenario(interactions(), { last: [failure(check)] }));
      assert.deepEqual(
        findings.map((one) => one.code),
        [code],
      );
      assert.match(findings[0]?.message ?? '', /^Schemathesis, GET \/api\/books\/\{id\}: Wrong/);
    }
  });

  it('gives a curl that makes the record first, without tokens', async () => {
    const checks = { last: [failure('use_after_free')] };
    const { findings } = await read(scenario(interactions(), checks));
    assert.equal(
      findings[0]?.curl,
      [
        `BOOKS_ID=$(curl -sS -X POST "$URL"'/api/books' -H 'content-type: application/json' --data-binary '{"title":"a"}' | jq -r .id)`,
        `curl -sS -i "$URL"'/api/books/'"$BOOKS_ID"'' -H "authorization: Bearer $TOKEN"`,
      ].join('\n'),
    );
  });

  it('reports a failure once, with the shortest request', async () => {
    const long = {
      ...interactions(),
      long: interaction('GET', `/api/books/${'9'.repeat(300)}`, 200),
    };
    const checks = { long: [failure('use_after_free')], last: [failure('use_after_free')] };
    const again = scenario(long, checks);
    const { findings, requests, operations } = await read(again, again);
    assert.deepEqual([findings.length, requests], [1, 6]);
    assert.doesNotMatch(findings[0]?.curl ?? '', /999/);
    assert.deepEqual([...operations], ['GET /api/books/{id}']);
  });

  it('reports that there was no answer', async () => {
    const info = { title: 'Network Error', message: 'Connection refused' };
    const { findings } = await read({ NonFatalError: { label: 'GET /api/books', info } });
    assert.equal(findings[0]?.code, 'verify/schemathesis-no-answer');
    assert.match(findings[0]?.message ?? '', /GET \/api\/books: .*Connection refused/);
  });

  it('tells what Schemathesis could not do itself from what the service did not', async () => {
    const value = { type: 'RecursionError', message: 'too deep' };
    const { findings } = await read({ NonFatalError: { label: 'POST /api/books', value } });
    const [finding] = findings;
    assert.deepEqual(
      [finding?.code, finding?.severity],
      ['verify/schemathesis-gave-up', 'warning'],
    );
    assert.match(finding?.message ?? '', /RecursionError: too deep/);
  });

  it('knows a report that was cut off', async () => {
    const path = join(folder, 'cut.ndjson');
    writeFileSync(path, '{"ScenarioFinished":{}}\n{"EngineFinis');
    assert.equal((await readReport(path, URL)).complete, false);
    assert.equal((await read({ EngineFinished: {} })).complete, true);
  });
});

function read(...events: readonly object[]) {
  const path = join(folder, 'report.ndjson');
  writeFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return readReport(path, URL);
}

function scenario(sent: object, checks: object): object {
  const cases = { last: { value: { method: 'GET', path: '/api/books/{id}' } } };
  return { ScenarioFinished: { recorder: { cases, checks, interactions: sent } } };
}

function failure(name: string): object {
  const operation = 'GET /api/books/{id}';
  const inner = { operation, title: 'Wrong', message: 'It was\nwrong.', case_id: null };
  return { name, status: 'failure', failure_info: { failure: inner } };
}

/** A record that is made, and one request with its id. */
function interactions(): object {
  const headers = { Authorization: [`Bearer ${'x'.repeat(80)}`] };
  return {
    first: interaction('POST', '/api/books', 201, { id: BOOK }, { title: 'a' }),
    last: interaction('GET', `/api/books/${BOOK}`, 200, {}, undefined, headers),
  };
}

function interaction(
  method: string,
  path: string,
  status: number,
  answer: object = {},
  body?: object,
  headers: object = { 'Content-Type': ['application/json'] },
): object {
  const encoded = (value: object) => ({
    $base64: Buffer.from(JSON.stringify(value)).toString('base64'),
  });
  return {
    request: { method, uri: `${URL}${path}`, headers, body: body && encoded(body) },
    response: { status_code: status, content: encoded(answer) },
  };
}
