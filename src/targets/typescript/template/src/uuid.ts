import { randomFillSync } from 'node:crypto';

const random = new Uint8Array(2048);
let used = random.length;
let lastTime = 0;
let counter = 0;

/** A UUIDv7 (RFC 9562): time in milliseconds, a counter that keeps the order within one, random bits. */
export function uuidv7(now = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    counter = (byte() << 3) | (byte() & 7);
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastTime += 1;
      counter = 0;
    }
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const variant = (0x80 | (byte() & 0x3f)).toString(16);
  const order = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${hex(1)}-${hex(6)}`;
}

/** Random bytes in hexadecimal. */
export function hex(bytes: number): string {
  let text = '';
  for (let index = 0; index < bytes; index += 1) text += digits[byte()];
  return text;
}

const digits = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

function byte(): number {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  return random[used++] ?? 0;
}
