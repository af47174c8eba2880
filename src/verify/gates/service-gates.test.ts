import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { gateContext } from '../../../test/support/gate-context.ts';
import type { GateContext, RunningService } from '../gate.ts';
import { ServiceStartError } from '../process/service-start-error.ts';
import { gate as boot } from './boot.gate.ts';
import { gate as contract } from './contract.gate.ts';
import { loadFindings } from './load-findings.ts';
import { gate as load } from './load.gate.ts';

const refusal = new ServiceStartError('It ended with code 1.', {
  exitCode: 1,
  log: 'PORT, BODY_LIMIT_BYTES, RATE_LIMIT_PER_MINUTE',
});

describe('the boot gate', () => {
  it('passes a service that starts twice, stops cleanly and names wrong settings', async () => {
    assert.deepEqual(await bootCodes(), []);
  });

  it('finds verify/stop-unclean', async () => {
    assert.deepEqual(await bootCodes({ codes: [143, 0] }), ['verify/stop-unclean']);
    assert.deepEqual(await bootCodes({ codes: [0, null] }), ['verify/stop-unclean']);
  });

  it('finds verify/restart-failed', async () => {
    assert.deepEqual(await bootCodes({ again: refusal }), ['verify/restart-failed']);
  });

  it('finds verify/config-accepted and verify/config-fault-unnamed', async () => {
    assert.deepEqual(await bootCodes({ wrong: undefined }), ['verify/config-accepted']);
    for (const data of [
      { exitCode: 1, log: 'PORT' },
      { exitCode: 3, log: refusal.data.log },
      { exitCode: undefined, log: '' },
    ]) {
      const wrong = new ServiceStartError('It ended.', data);
      assert.deepEqual(await bootCodes({ wrong }), ['verify/config-fault-unnamed']);
    }
  });

  it('leaves a first start that fails to the runner', async () => {
    await assert.rejects(boot.run(gateContext({ start: () => Promise.reject(refusal) })), refusal);
  });
});

const pages: Readonly<Record<string, readonly [type: string, text: string]>> = {
  '/openapi.json': ['application/json', JSON.stringify(gateContext().contract.openapi)],
  '/docs': [
    'text/html; charset=utf-8',
    '<script src="/docs/openapi.js"></script><a href="https://spec.openapis.org">',
  ],
  '/health/live': ['application/json', '{"status":"ok"}'],
  '/health/ready': ['application/json', '{"status":"ok"}'],
  '/metrics': [
    'text/plain; version=0.0.4',
    '# HELP x\nhttp_requests_total{method="GET"} 3\nup 1\n',
  ],
};

describe('the contract gate', () => {
  it('passes a service that serves what it must', async () => {
    assert.deepEqual(await contractFindings({}), []);
  });

  it('finds verify/endpoint-wrong for each endpoint', async () => {
    const faults: readonly (readonly [path: string, type: string, text: string, part: RegExp])[] = [
      [
        '/openapi.json',
        'application/json',
        '{"openapi":"3.0.3"}',
        /not the contract: \/openapi is "3\.0\.3" instead of/,
      ],
      [
        '/docs',
        'text/html',
        '<script src="https://cdn.example/x.js"></script>openapi',
        /loads from another host: https:\/\/cdn/,
      ],
      ['/docs', 'text/html', '<h1>nothing</h1>', /does not mention the contract/],
      ['/docs', 'application/json', '{}', /not HTML/],
      ['/health/ready', 'application/json', '{}', /does not say/],
      ['/metrics', 'text/plain', 'http_requests_total{} three', /line that Prometheus can't read/],
      ['/metrics', 'text/plain', 'up 1', /counts no requests/],
    ];
    for (const [path, type, text, part] of faults) {
      const findings = await contractFindings({ [path]: [type, text] });
      assert.equal(findings.length, 1, path);
      assert.match(findings[0] ?? '', part);
      assert.match(findings[0] ?? '', /^verify\/endpoint-wrong/);
    }
  });
});

describe('the load gate', () => {
  it('passes, and measures', async () => {
    const result = await withServer(
      (_, response) => response.end('{}'),
      (service) => load.run(gateContext({ start: async () => service })),
    );
    assert.equal(result.verdict, 'passed');
    assert.ok((result.measured?.['p99Ms'] ?? 0) > 0);
  });

  it('finds verify/load-errors', async () => {
    let count = 0;
    const listener: RequestListener = (_, response) => {
      count += 1;
      response.writeHead(count % 100 === 0 ? 503 : 200).end('{}');
    };
    const { findings } = await withServer(listener, (service) =>
      load.run(gateContext({ start: async () => service })),
    );
    assert.equal(findings[0]?.code, 'verify/load-errors');
    assert.match(findings[0]?.message ?? '', /^6 of 600 .*503/);
  });

  it('finds verify/load-slow', () => {
    assert.deepEqual(loadFindings(600, [], 999), []);
    assert.equal(loadFindings(600, [], 1001)[0]?.code, 'verify/load-slow');
  });
});

async function bootCodes(
  given: { codes?: readonly (number | null)[]; again?: Error; wrong?: Error | undefined } = {},
): Promise<readonly string[]> {
  const { codes = [0, 0] } = given;
  const wrong = 'wrong' in given ? given.wrong : refusal;
  let starts = 0;
  const start: GateContext['start'] = async (environment = {}) => {
    if ('PORT' in environment && wrong) throw wrong;
    starts += 1;
    if (starts === 2 && given.again) throw given.again;
    const code = codes[starts - 1] ?? null;
    return { url: '', alive: () => true, log: () => '', stop: async () => ({ code }) };
  };
  const { findings } = await boot.run(gateContext({ start }));
  return findings.map(({ code }) => code);
}

async function contractFindings(given: typeof pages): Promise<readonly string[]> {
  const all = { ...pages, ...given };
  const listener: RequestListener = (request, response) => {
    const [type = '', text = ''] = all[request.url ?? ''] ?? [];
    response.writeHead(200, { 'content-type': type }).end(text);
  };
  const { findings } = await withServer(listener, (service) =>
    contract.run(gateContext({ shared: async () => service })),
  );
  return findings.map(({ code, message }) => `${code} ${message}`);
}

async function withServer<T>(
  listener: RequestListener,
  use: (service: RunningService) => Promise<T>,
): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const url = `http://127.0.0.1:${port}`;
    return await use({ url, alive: () => true, log: () => '', stop: async () => ({ code: 0 }) });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
