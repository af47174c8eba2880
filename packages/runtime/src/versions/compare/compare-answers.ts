import { compareValues, type IsIgnored } from './compare-values.ts';
import type { Difference } from './difference.ts';
import { isBounded } from './is-bounded.ts';

/** An answer as far as it is compared. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Undefined when it was too long to be kept. */
  readonly body: Buffer | undefined;
}

/** Headers of the transport, and those that follow from the body. */
const notCompared = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-request-id',
]);

/** Every difference between two answers: status, headers, and the body, by fields when it is JSON. */
export function compareAnswers(
  active: Answer,
  candidate: Answer,
  isIgnored: IsIgnored = () => false,
): Difference[] {
  return [
    ...compareValues(active.status, candidate.status, '/status', isIgnored),
    ...compareValues(compared(active.headers), compared(candidate.headers), '/headers', isIgnored),
    ...compareValues(content(active), content(candidate), '/body', isIgnored),
  ];
}

const compared = (headers: Answer['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !notCompared.has(name)));

function content({ headers, body }: Answer): unknown {
  if (body === undefined) return undefined;
  const type = String(headers['content-type'] ?? '');
  if (!/[/+]json\b/i.test(type)) return body.toString('latin1');
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isBounded(value)) return value;
  } catch {
    // It is no JSON.
  }
  return body.toString('latin1');
}
