import type { Diagnostic } from '#diagnostics';
import { intakeDiagnostics } from './intake.diagnostics.ts';

const megabyte = 1024 * 1024;
const limit = 8;

/** What makes requirements unreadable; undefined if they can be read. */
export function checkInput(text: string): Diagnostic | undefined {
  if (text.length > limit * megabyte)
    return intakeDiagnostics.create('too-large', {
      megabytes: Math.ceil(text.length / megabyte),
      limit,
    });
  const sample = text.slice(0, 65_536);
  // Bytes that are no UTF-8 arrive as U+FFFD.
  const damaged = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (sample.includes('\u0000') || damaged > sample.length / 50)
    return intakeDiagnostics.create('not-text', {});
  if (!/[\p{L}\p{N}]/u.test(text)) return intakeDiagnostics.create('empty', {});
  return undefined;
}
