import { connect } from 'node:net';
import { after } from 'node:test';
import type { ServiceRegistry } from '../registry/service-registry.ts';
import type { ExchangeEnd } from './exchange.ts';
import { Gateway, type GatewayOptions } from './gateway.ts';
import type { GatewayConfig } from './gateway-config.ts';
import { startUpstream } from './test-upstream.ts';

/** Starts real servers for a file of tests, and stops them all after it. */
export function testServers() {
  const stops: (() => Promise<unknown>)[] = [];
  after(async () => {
    for (const stop of stops.toReversed()) await stop();
  });
  return {
    async upstream(...args: Parameters<typeof startUpstream>) {
      const upstream = await startUpstream(...args);
      stops.push(upstream.stop);
      return upstream;
    },
    /** A gateway with one service `orders` of one version, or with a whole configuration. */
    async gateway(
      config: GatewayConfig,
      more: Partial<GatewayOptions> & { registry?: ServiceRegistry } = {},
    ) {
      const gateway = new Gateway({ config, ...more });
      const ends: ExchangeEnd[] = [];
      gateway.onExchange((end) => ends.push(end));
      const url = await gateway.listen();
      stops.push(() => gateway.close({ graceMs: 0 }));
      return { gateway, url, ends };
    },
  };
}

/** Sends bytes as they are and gives everything that comes back until the connection ends, or is silent. */
export function sendRaw(url: string, text: string, silentMs = 150): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    let timer = setTimeout(end, 2000);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      clearTimeout(timer);
      timer = setTimeout(end, silentMs);
    });
    socket.on('close', end);
    socket.on('error', end);
  });
}

/** The status codes of all answers in a text. */
export const statuses = (text: string): number[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((match) => Number(match[1]));
