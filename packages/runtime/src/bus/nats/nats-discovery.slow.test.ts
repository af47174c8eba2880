// needs: nats-server
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Health } from '../../component/component.ts';
import { ServiceEntrypoint } from '../../registry/service-entrypoint.ts';
import { ServiceRegistry } from '../../registry/service-registry.ts';
import { callOverBus } from '../../remote/bus-call.ts';
import { serveOnBus } from '../../remote/serve-on-bus.ts';
import { codeOfCall, component } from '../../test-components.ts';
import { NatsBus } from './nats-bus.ts';
import { serveDiscovery } from './nats-discovery.ts';
import { microProblem } from './test-micro-schemas.ts';
import { natsServer, type TestNatsServer } from './test-nats-server.ts';

interface Answer {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly version: string;
  readonly started?: string;
  readonly subjects?: readonly string[];
  readonly endpoints?: readonly Readonly<Record<string, unknown>>[];
}

describe('services on NATS', () => {
  let server: TestNatsServer;
  const opened: NatsBus[] = [];
  before(async () => {
    server = await natsServer();
  });
  after(async () => {
    await Promise.all(opened.map((bus) => bus.close()));
    await server.remove();
  });

  const open = async () => {
    const bus = await NatsBus.connect({ servers: server.url });
    opened.push(bus);
    return bus;
  };
  const ask = async (bus: NatsBus, subject: string): Promise<Answer[]> => {
    const answers: Answer[] = [];
    try {
      const found = await bus.connection.requestMany(subject, '', { maxWait: 200 });
      for await (const message of found) {
        if (message.data.length > 0) answers.push(message.json<Answer>());
      }
    } catch (error) {
      // Nobody at all is an answer too.
      if ((error as Error).name !== 'NoResponders') throw error;
    }
    return answers;
  };

  it('are found while they take calls, are called from another process, and are no zombies', async () => {
    let health: Health = { status: 'ok' };
    const host = async () => {
      const bus = await open();
      const registry = new ServiceRegistry({ healthIntervalMs: 1e6 });
      const failing = component(({ data }) => {
        if (data === 'wrong') throw new Error('oops');
        return data;
      });
      await registry.register('billing.invoice', { ...failing, health: () => health });
      const serving = [await serveOnBus(registry, bus), await serveDiscovery(bus, registry)];
      return { registry, serving };
    };
    const [one, two] = [await host(), await host()];
    const client = await open();
    const registry = new ServiceRegistry({ remote: callOverBus(client), healthIntervalMs: 1e6 });
    const entrypoint = new ServiceEntrypoint(registry);
    const call = (data: unknown) =>
      codeOfCall(entrypoint.execute({ service_id: 'billing.invoice', data }));
    for (let n = 0; n < 9; n += 1) assert.equal(await call(n), 'ok');
    assert.equal(await call('wrong'), 'internal');

    const pings = await ask(client, '$SRV.PING');
    assert.deepEqual(
      pings.map(({ type, name, version }) => [type, name, version]),
      Array.from({ length: 2 }, () => [
        'io.nats.micro.v1.ping_response',
        'billing-invoice',
        '1.0.0',
      ]),
    );
    assert.equal(new Set(pings.map(({ id }) => id)).size, 2);
    assert.equal((await ask(client, '$SRV.PING.other')).length, 0);
    assert.equal((await ask(client, `$SRV.PING.billing-invoice.${pings[0]?.id}`)).length, 1);

    const [info] = await ask(client, '$SRV.INFO.billing-invoice');
    assert.deepEqual(info?.subjects, ['service.billing.invoice']);
    assert.equal(info?.endpoints?.[0]?.['queue_group'], 'service');

    for (const verb of ['PING', 'INFO', 'STATS'] as const) {
      const answers = await ask(client, `$SRV.${verb}`);
      assert.equal(answers.length, 2);
      for (const answer of answers) assert.equal(microProblem(verb, answer), undefined);
    }
    const stats = (await ask(client, '$SRV.STATS')).flatMap(({ endpoints = [] }) => endpoints);
    const sum = (name: string) => stats.reduce((all, each) => all + Number(each[name]), 0);
    assert.deepEqual([sum('num_requests'), sum('num_errors')], [10, 1]);
    assert.ok(stats.some((each) => each['last_error'] === 'error') && sum('processing_time') > 0);

    health = { status: 'failed' };
    await one.registry.checkHealth();
    assert.equal((await ask(client, '$SRV.PING')).length, 1);
    for (const { serving, registry: hosting } of [one, two]) {
      await Promise.all(serving.map((each) => each.stop()));
      await hosting.stop();
    }
    assert.equal((await ask(client, '$SRV.PING')).length, 0);
    assert.equal(await call(1), 'no-responder');
  });
});
