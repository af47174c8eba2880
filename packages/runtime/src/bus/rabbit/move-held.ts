import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Envelope } from 'rabbitmq-client';
import { isProbe } from './awaken.ts';
import type { GroupQueue } from './rabbit-member.ts';

const TRIES = 200;
const AGAIN_MS = 50;

/**
 * Moves what waits in `held` to the queue of its partition, in order, each stored there before it is let go.
 * One at a time over all processes: two groups that come first together must not share it.
 * @throws when another one holds it for longer than ten seconds
 */
export async function moveHeld(
  connection: Connection,
  held: string,
  queues: readonly GroupQueue[],
  envelope: Envelope,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const channel = await connection.acquire({ emitErrorsFromChannel: true });
    channel.on('error', () => {});
    const lock = `${held}.lock`;
    try {
      // A queue of one connection is a lock that does not outlive it.
      await channel.queueDeclare({ queue: lock, exclusive: true });
      await channel.confirmSelect();
      for (;;) {
        const message = await channel.basicGet({ queue: held });
        if (message === undefined) break;
        if (isProbe(message)) {
          channel.basicAck({ deliveryTag: message.deliveryTag });
          continue;
        }
        const to = queues.find(({ partition }) => partition === message.routingKey);
        if (to === undefined) throw new Error(`There is no partition "${message.routingKey}".`);
        await channel.basicPublish({ ...envelope, routingKey: to.name }, message.body as Buffer);
        channel.basicAck({ deliveryTag: message.deliveryTag });
      }
      await channel.queueDelete({ queue: lock });
      return;
    } catch (error) {
      const locked = (error as { code?: unknown }).code === 'RESOURCE_LOCKED';
      if (!locked || attempt === TRIES) throw error;
    } finally {
      await channel.close();
    }
    await delay(AGAIN_MS);
  }
}
