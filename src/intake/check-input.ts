import type { Diagnostic } from '#diagnostics';
import { intakeDiagnostics } from './intake.diagnostics.ts';

const megabyte = 1024 * 1024;
const limit = 1;

/** What makes requirements unreadable; undefined if they can be read. */
export function checkInput(text: string): Diagnostic | undefined {
  if (text.length > limit * megabyte)
    return intakeDiagnostics.create('too-large', {
      megabytes: Math.ceil(text.length / megabyte),
      limit,
    });
  const sample = text.slice(0, 65_536);
  const damaged = countDamaged(sample);
  if (sample.includes('\u0000') || damaged > sample.length / 50)
    return intakeDiagnostics.create('not-text', {});
  if (!/[\p{L}\p{N}]/u.test(text)) return intakeDiagnostics.create('empty', {});
  return undefined;
}

/** Control characters other than white space and escape, and U+FFFD: bytes that are no UTF-8 arrive as that. */
function countDamaged(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xff_fd || (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b))
      count += 1;
  }
  return count;
}
