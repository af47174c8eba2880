import { setTimeout as delay } from 'node:timers/promises';
import type { AsyncMessage, Channel, Connection, SyncMessage } from 'rabbitmq-client';

const PROBE = 'application/x-microforge-probe';

/** Whether a message is one of ours that says nothing: let go of it. */
export const isProbe = ({ contentType }: AsyncMessage | SyncMessage): boolean =>
  contentType === PROBE;

const TRIES = 7;
const TRY_MS = 500;

/**
 * Waits until quorum queues have a leader. For a moment after the server has started they have none: who then
 * begins to consume blocks his channel, acknowledgements included, for half a minute, and what is sent is
 * confirmed after ten seconds. So we send something that says nothing, again and again, until it is confirmed.
 * @throws what the client throws, and when there is no leader within some seconds
 */
export async function awaken(connection: Connection, queues: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const channel = await connection.acquire({ emitErrorsFromChannel: true });
    channel.on('error', () => {});
    try {
      await channel.confirmSelect();
      const sent = Promise.all(queues.map((queue) => knock(channel, queue)));
      const late = delay(TRY_MS, 'late' as const);
      if ((await Promise.race([sent, late])) !== 'late') return;
      sent.catch(() => {});
    } finally {
      // It may take as long as the confirmation does: nobody needs to wait for that.
      void channel.close();
    }
  }
  throw new Error(`RabbitMQ has no leader for ${queues.join(', ')}.`);
}

async function knock(channel: Channel, routingKey: string): Promise<void> {
  try {
    const envelope = { routingKey, contentType: PROBE, expiration: '1000' };
    await channel.basicPublish(envelope, Buffer.alloc(0));
  } catch (error) {
    // A full queue says no, and so that it is there.
    if ((error as { code?: unknown }).code !== 'NACK') throw error;
  }
}
