// The gateway with everything on, in front of the URL of its first argument: two versions by weight, callers known
// by token, limits, retries, request ids, trace context, metrics, a listener for each exchange.
import { Gateway, measureGateway } from '../../../packages/runtime/src/gateway.ts';
import { Metrics } from '../../../packages/runtime/src/index.ts';

const [, , url = '', key = ''] = process.argv;
const gateway = new Gateway({
  config: {
    services: {
      api: {
        paths: ['/api/orders', '/api/carts'],
        versions: { '1.0.0': { url, weight: 9 }, '1.1.0': { url, weight: 1 } },
        auth: { mode: 'required', roles: ['clerk'] },
        attempts: 3,
      },
      site: { paths: ['/'], versions: { '1.0.0': { url } } },
    },
    auth: { jwt: { algorithm: 'HS256', key } },
    limits: { bodyBytes: 1_000_000, concurrency: 1000 },
  },
});
measureGateway(gateway, new Metrics());
process.send?.({ url: await gateway.listen() });
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit());
