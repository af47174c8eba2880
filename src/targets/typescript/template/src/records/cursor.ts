import { hash } from 'node:crypto';
import { invalidParameter } from '../http/problem.ts';

/** Where a page ended: the sort values of its last record, in the form of the database. */
export type Position = readonly (string | number | null)[];

/** An opaque cursor: a position, and a checksum that ties it to `purpose` (its sort and filters). */
export function encodeCursor(position: Position, purpose: string): string {
  const text = JSON.stringify(position);
  return Buffer.from(checksum(text, purpose) + text).toString('base64url');
}

/** @throws a problem 400 if the cursor is damaged or belongs to another list */
export function decodeCursor(cursor: string, purpose: string): Position {
  const decoded = Buffer.from(cursor, 'base64url').toString();
  const text = decoded.slice(LENGTH);
  if (
    decoded.slice(0, LENGTH) !== checksum(text, purpose) ||
    encodeCursorText(decoded) !== cursor
  ) {
    throw invalidParameter('cursor', 'is not one of this list');
  }
  return JSON.parse(text) as Position;
}

const LENGTH = 16;
const encodeCursorText = (decoded: string) => Buffer.from(decoded).toString('base64url');

function checksum(text: string, purpose: string): string {
  return hash('sha256', `${purpose}\n${text}`, 'hex').slice(0, LENGTH);
}
