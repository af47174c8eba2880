// Moleculer over its NATS transporter, with the same features on: two nodes, both here.
import { ServiceBroker } from 'moleculer';
import { answerSlices } from '../chain/slices.mjs';

const node = (nodeID) =>
  new ServiceBroker({
    nodeID,
    logger: false,
    transporter: process.env.NATS_URL,
    requestTimeout: 5000,
    retryPolicy: { enabled: true },
    tracking: { enabled: true },
  });
const there = node('there');
there.createService({
  name: 'greeter',
  actions: {
    greet: {
      params: { name: 'string' },
      async handler(ctx) {
        return { text: `Hello ${ctx.params.name}` };
      },
    },
  },
});
const here = node('here');
await Promise.all([there.start(), here.start()]);
await here.waitForServices('greeter');
answerSlices((index) => here.call('greeter.greet', { name: `n${index % 100_000}` }));
