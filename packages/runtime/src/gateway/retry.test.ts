import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startUpstream } from './test-upstream.ts';
import { testServers } from './test-gateway.ts';

const servers = testServers();

/** A service whose first answers are bad: a status, or 0 for a connection that breaks. */
async function failing(answers: number[], attempts = 3) {
  const one = await servers.upstream('one', (request, response) => {
    const status = answers.shift();
    if (status === undefined) return false;
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end();
    return true;
  });
  const services = { orders: { versions: { a: one }, attempts } };
  return { one, ...(await servers.gateway({ services })) };
}

describe('the gateway tries again', { concurrency: true }, () => {
  it('what is idempotent and failed in passing, with its body', async () => {
    const cases: [string, RequestInit, number[]][] = [
      ['GET', {}, [503]],
      ['GET', {}, [0, 502]],
      ['PUT', { body: 'text' }, [504]],
      ['POST', { body: 'text', headers: { 'idempotency-key': '1' } }, [0]],
    ];
    for (const [method, init, answers] of cases) {
      const count = answers.length + 1;
      const { one, url, ends } = await failing(answers);
      const answer = await fetch(`${url}/orders`, { method, ...init });
      assert.deepEqual([answer.status, one.seen.length, ends[0]?.attempts], [200, count, count]);
      if (method !== 'GET') assert.equal(one.seen.at(-1)?.headers['content-length'], '4');
    }
  });

  it('nothing else: not what may have been done, not what was streamed, not what is an answer', async () => {
    const cases: [string, RequestInit, number[], number][] = [
      ['POST', { body: 'text' }, [0], 502],
      ['POST', { body: 'text' }, [503], 503],
      ['PATCH', { body: 'text' }, [0], 502],
      ['PUT', { body: 'x'.repeat(20_000) }, [503], 503],
      ['GET', {}, [500], 500],
      ['GET', {}, [404], 404],
    ];
    for (const [method, init, answers, status] of cases) {
      const { one, url, ends } = await failing(answers);
      const answer = await fetch(`${url}/orders`, { method, ...init });
      assert.deepEqual([method, answer.status, one.seen.length], [method, status, 1]);
      assert.equal(ends[0]?.outcome, status >= 500 ? 'failed' : 'ok');
    }
  });

  it('elsewhere, however many ask at the same time', async () => {
    const breaking = await servers.upstream('breaking', (request) => {
      request.socket.destroy();
      return true;
    });
    const one = await servers.upstream('one');
    const versions = { a: { url: [breaking.url, one.url] } };
    const { url } = await servers.gateway({ services: { orders: { versions, attempts: 2 } } });
    const asked = Array.from({ length: 16 }, () => fetch(`${url}/orders`));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set([200]));
  });

  it('what was never sent, whatever it is, and elsewhere', async () => {
    const gone = await startUpstream('gone');
    await gone.stop();
    const one = await servers.upstream('one');
    const versions = { a: { url: [gone.url, one.url] } };
    const { url } = await servers.gateway({ services: { orders: { versions } } });
    for (let count = 0; count < 6; count += 1) {
      const answer = await fetch(`${url}/orders`, { method: 'POST', body: 'text' });
      assert.equal(answer.status, 200);
    }
  });

  it('within a budget: a service in trouble does not get a multiple of its traffic', async () => {
    const { one, url } = await failing(Array.from({ length: 1000 }, () => 503));
    for (let count = 0; count < 100; count += 1) await fetch(`${url}/orders`);
    assert.ok(one.seen.length <= 125, `${one.seen.length} requests for 100`);
  });
});

describe('an upstream in trouble', { concurrency: true }, () => {
  it('is 503 when it is not there, 504 when it is silent, 502 when it breaks off; and is to blame', async () => {
    const gone = await startUpstream('gone');
    await gone.stop();
    const silent = await servers.upstream('silent', () => true);
    const broken = await servers.upstream('broken', (request) => void request.socket.destroy());
    const noise = await servers.upstream(
      'noise',
      (request) => void request.socket.end('nonsense\r\n\r\n'),
    );
    const of = (upstream: { url: string }) => ({
      versions: { a: upstream },
      limits: { timeoutMs: 200 },
    });
    const { url, ends } = await servers.gateway({
      services: { gone: of(gone), silent: of(silent), broken: of(broken), noise: of(noise) },
    });
    const answers = await Promise.all(
      ['gone', 'silent', 'broken', 'noise'].map((name) =>
        fetch(`${url}/${name}`, { method: 'POST' }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [503, 504, 502, 502],
    );
    const body = (await answers[0]?.json()) as Record<string, unknown>;
    assert.deepEqual(
      [body['code'], body['status'], typeof body['requestId']],
      ['service-unavailable', 503, 'string'],
    );
    assert.ok(ends.every(({ outcome }) => outcome === 'failed'));
  });

  it('that breaks off in its answer breaks off the caller’s: nobody takes half for the whole', async () => {
    const one = await servers.upstream('one', (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
      return true;
    });
    const { url, ends } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    const answer = await fetch(`${url}/orders`);
    await assert.rejects(answer.text());
    assert.deepEqual([ends[0]?.outcome, ends[0]?.status], ['failed', 200]);
  });

  it('is told when the caller leaves, and is not to blame', async () => {
    const left = Promise.withResolvers<void>();
    const caller = new AbortController();
    const one = await servers.upstream('one', (_, response) => {
      response.on('close', () => left.resolve());
      caller.abort();
      return true;
    });
    const { url, ends } = await servers.gateway({ services: { orders: { versions: { a: one } } } });
    await assert.rejects(fetch(`${url}/orders`, { signal: caller.signal }));
    await left.promise;
    for (let count = 0; count < 100 && ends.length === 0; count += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.deepEqual([ends[0]?.outcome, ends[0]?.status], ['aborted', 0]);
  });
});
