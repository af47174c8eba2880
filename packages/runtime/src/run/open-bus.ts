import type { Bus } from '../bus/bus.ts';

/** The schemes of bus addresses, with what is behind them. */
const schemes: Readonly<Record<string, (url: string) => Promise<Bus>>> = {
  'nats:': async (url) =>
    (await import('../bus/nats/nats-bus.ts')).NatsBus.connect({ servers: url }),
  'amqp:': async (url) => (await import('../bus/rabbit/rabbit-bus.ts')).RabbitBus.connect({ url }),
  'amqps:': async (url) => (await import('../bus/rabbit/rabbit-bus.ts')).RabbitBus.connect({ url }),
  'kafka:': async (url) =>
    (await import('../bus/kafka/kafka-bus.ts')).KafkaBus.connect({ servers: url }),
};

/**
 * Opens the bus of an address such as `nats://127.0.0.1:4222`. The client of a server is loaded here, not
 * before: whoever does not use it need not have it.
 * @throws TypeError when it is no address of a bus that we know, else what the client throws
 */
export async function openBus(url: string): Promise<Bus> {
  const open = URL.canParse(url) ? schemes[new URL(url).protocol] : undefined;
  if (open !== undefined) return open(url);
  const known = Object.keys(schemes).map((scheme) => `${scheme}//`);
  throw new TypeError(`"${withoutPassword(url)}" is no address of a bus: ${known.join(', ')}`);
}

/** For people: what stands before the @ of an address is nobody's business. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^/@]*@/, '//');
