import { createHmac, timingSafeEqual } from 'node:crypto';
import { invalidParameter } from '../http/problem.ts';

/** Where a page ended: the sort values of its last record, in the form of the database. */
export type Position = readonly (string | number | null)[];

const SIGNATURE = 16;

/** Makes and reads opaque cursors: signed positions, so that each was made here, for its own list. */
export class Cursors {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The signature also ties the position to `purpose` (its list, sort and filters). */
  encode(position: Position, purpose: string): string {
    const text = Buffer.from(JSON.stringify(position));
    return Buffer.concat([this.#sign(text, purpose), text]).toString('base64url');
  }

  /** @throws a problem 400 if the cursor is damaged, forged or belongs to another list */
  decode(cursor: string, purpose: string): Position {
    const bytes = Buffer.from(cursor, 'base64url');
    const text = bytes.subarray(SIGNATURE);
    const isOurs =
      bytes.length > SIGNATURE &&
      timingSafeEqual(bytes.subarray(0, SIGNATURE), this.#sign(text, purpose)) &&
      // Decoding overlooks what does not belong there.
      bytes.toString('base64url') === cursor;
    if (!isOurs) throw invalidParameter('cursor', 'is not one of this list');
    return JSON.parse(text.toString()) as Position;
  }

  #sign(text: Buffer, purpose: string): Buffer {
    const hmac = createHmac('sha256', this.#secret).update(`${purpose}\n`).update(text);
    return hmac.digest().subarray(0, SIGNATURE);
  }
}
