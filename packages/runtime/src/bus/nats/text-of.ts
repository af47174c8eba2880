import type { Msg } from '@nats-io/transport-node';

/** The text of a message. Node's own way to read UTF-8 takes a fraction of what TextDecoder takes for a short text. */
export const textOf = ({ data }: Pick<Msg, 'data'>): string =>
  Buffer.isBuffer(data)
    ? data.toString('utf8')
    : Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8');
