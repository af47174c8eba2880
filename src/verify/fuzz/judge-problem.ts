import { type HttpRequest, type HttpResponse, jsonOf, mediaType } from '../http/exchange.ts';
import type { ApiOperation } from './api.ts';
import type { Blame } from './case.ts';

interface ProblemError {
  readonly pointer?: unknown;
  readonly parameter?: unknown;
  readonly code?: unknown;
}

/** Does a problem document name the part to blame? A part of it counts, the whole body does not (SP-2.1). */
export function namesBlame(response: HttpResponse, blame: Blame): boolean {
  return errorsIn(response).some(({ pointer, parameter }) => {
    if ('parameter' in blame) return parameter === blame.parameter;
    return (
      pointer === blame.pointer ||
      (typeof pointer === 'string' && pointer.startsWith(`${blame.pointer}/`))
    );
  });
}

/**
 * Is it a refusal for a reason that no schema can state: a rule, a duplicate, a missing record, a state that
 * can't be reached, or credentials that are not right?
 */
export function refusesForMeaning(operation: ApiOperation, response: HttpResponse): boolean {
  const { status } = response;
  const documented = operation.responses.has(String(status));
  if (status === 409) return documented;
  if (status === 401 || status === 429) return documented && !operation.secured;
  if (status !== 422) return false;
  const errors = errorsIn(response);
  return errors.length > 0 && errors.every(({ code }) => MEANINGS.includes(String(code)));
}

const MEANINGS = ['rule', 'duplicate', 'missing-reference'];

function errorsIn(response: HttpResponse): readonly ProblemError[] {
  const problem = jsonOf(response) as { errors?: unknown } | undefined;
  return Array.isArray(problem?.errors) ? (problem.errors as ProblemError[]) : [];
}

/** What the refusal says, short. */
export function whyRefused(response: HttpResponse): string {
  if (!mediaType(response).endsWith('json')) return '';
  const problem = jsonOf(response) as { detail?: unknown; errors?: unknown } | undefined;
  const errors = problem?.errors === undefined ? problem?.detail : problem.errors;
  return errors === undefined ? '' : ` (${JSON.stringify(errors).slice(0, 200)})`;
}

/** What a problem document shows that it must not (SP-2.4); what the request itself said is no leak. */
export function leakIn(response: HttpResponse, request: HttpRequest): string | undefined {
  const sent = `${safelyDecoded(request.target)} ${Object.values(request.headers).join(' ')} ${String(request.body ?? '').slice(0, 100_000)}`;
  for (const pattern of LEAKS) {
    const found = pattern.exec(response.text)?.[0];
    if (found !== undefined && !sent.includes(found)) return found.slice(0, 120);
  }
  return undefined;
}

const LEAKS = [
  // A frame of a stack trace.
  /\bat [\w.<> [\]]{1,80}\(?(?:file:|node:|\/)[^\s)]{1,200}:\d+/,
  /(?:\/|[A-Z]:\\)(?:home|usr|tmp|var|root|opt|app|src|work)[/\\][\w.-]{2,80}/,
  /\bSQLITE_\w+|\bsyntax error at or near\b|\bSELECT\b.{1,80}\bFROM\b|\bINSERT INTO\b|\bUNIQUE constraint failed\b/,
  /\bFST_ERR_\w+|\bnode_modules\b|\bkysely\b|\bfastify\b/i,
];

function safelyDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
