// The official client alone: its own request, and a subscription that answers. JSON, as everybody's.
import { connect } from '@nats-io/transport-node';
import { answerSlices } from '../chain/slices.mjs';

const servers = process.env.NATS_URL;
const there = await connect({ servers });
there.subscribe('greeter', {
  callback: (_error, message) => {
    message.respond(JSON.stringify({ text: `Hello ${message.json().name}` }));
  },
});
await there.flush();
const here = await connect({ servers });
answerSlices(async (index) => {
  const body = JSON.stringify({ name: `n${index % 100_000}` });
  return (await here.request('greeter', body, { timeout: 5000 })).json();
});
