import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Lets a server answer WebSockets (RFC 6455): it sends back what comes, short messages only. */
export function echoWebSockets(server: Server, onOpen: (request: IncomingMessage) => void): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    onOpen(request);
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.end());
    socket.on('data', (frame: Buffer) => {
      // One frame at a time: head, four bytes of mask, payload.
      const length = (frame[1] ?? 0) & 0x7f;
      const mask = frame.subarray(2, 6);
      const payload = frame
        .subarray(6, 6 + length)
        .map((byte, index) => byte ^ (mask[index % 4] ?? 0));
      socket.write(Buffer.concat([Buffer.from([frame[0] ?? 0, length]), payload]));
      if (((frame[0] ?? 0) & 0x0f) === 8) socket.end();
    });
  });
}
