import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceRegistry } from '../registry/service-registry.ts';
import { component } from '../test-components.ts';
import { testServers } from './test-gateway.ts';

describe('a component that gives a stream, behind the gateway', () => {
  const servers = testServers();
  const start = async (
    execute: (
      state: { given: number; ended: number },
      data: { to: number },
    ) => AsyncIterable<unknown>,
  ) => {
    const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
    const state = { given: 0, ended: 0 };
    await registry.register(
      'lines',
      component(({ data }) => execute(state, data as { to: number }), { stream: true, safe: true }),
    );
    const { url, gateway, ends } = await servers.gateway(
      {
        services: {
          lines: {
            versions: { '1': { component: 'lines' }, '2': { component: 'lines', weight: 0 } },
            mirror: { version: '2' },
          },
        },
      },
      { registry },
    );
    const post = (data: unknown) =>
      fetch(`${url}/lines`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(data),
      });
    return { url, gateway, ends, state, post, registry };
  };
  const counting = async function* (state: { given: number; ended: number }, data: { to: number }) {
    try {
      for (let n = 1; n <= data.to; n += 1) {
        if (n === 4) throw new Error('secret');
        state.given += 1;
        yield { n };
      }
    } finally {
      state.ended += 1;
    }
  };
  const endless = async function* (state: { given: number; ended: number }) {
    try {
      for (;;) {
        state.given += 1;
        yield { text: 'x'.repeat(10_000) };
      }
    } finally {
      state.ended += 1;
    }
  };
  const settled = async (is: () => boolean) => {
    for (let attempt = 0; attempt < 200 && !is(); attempt += 1) await delay(10);
    assert.ok(is());
  };

  it('answers in JSON lines, and is not copied', async () => {
    const { post, state, ends } = await start(counting);
    const answer = await post({ to: 3 });
    assert.equal(answer.headers.get('content-type'), 'application/x-ndjson');
    assert.equal(await answer.text(), '{"n":1}\n{"n":2}\n{"n":3}\n');
    await settled(() => ends.length === 1);
    assert.deepEqual([ends[0]?.outcome, ends[0]?.status, state.ended], ['ok', 200, 1]);
  });

  it('that breaks off does not look whole', async () => {
    const { post, ends } = await start(counting);
    await assert.rejects((await post({ to: 5 })).text());
    await settled(() => ends.length === 1);
    assert.equal(ends[0]?.outcome, 'failed');
  });

  it('gives no more than is taken, and stops when the caller leaves', async () => {
    const { url, state, ends, registry } = await start(endless);
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST /lines HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}',
    );
    socket.pause();
    await settled(() => state.given > 10);
    let before = -1;
    for (let attempt = 0; attempt < 100 && before !== state.given; attempt += 1) {
      before = state.given;
      await delay(50);
    }
    assert.equal(before, state.given);
    // What sockets hold: a few megabytes.
    assert.ok(state.given < 2000, `${state.given}`);
    socket.destroy();
    await settled(() => state.ended === 1 && ends.length === 1);
    assert.equal(ends[0]?.outcome, 'aborted');
    assert.equal(await registry.stop(), 0);
  });
});
