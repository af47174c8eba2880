import { isRecord } from '#blueprint';
import type { Finding } from '../../gate.ts';
import { jsonOf, mediaType } from '../../http/exchange.ts';
import type { Exchange, HttpResponse } from '../../http/exchange.ts';
import { fuzzDiagnostics } from '../fuzz.diagnostics.ts';
import { leakIn, whyRefused } from '../judge-problem.ts';
import type { GivenCase } from './given-cases.ts';
import { escaped, located } from './given-operations.ts';
import type { GivenSchemas } from './given-schemas.ts';

type Json = Readonly<Record<string, unknown>>;

/** Refusals for the form of a request: one that the contract allows is never answered so. */
const FORM = new Set([
  'malformed-request',
  'invalid-parameter',
  'not-acceptable',
  'unsupported-media-type',
  'validation-failed',
  'method-not-allowed',
]);

/** What is wrong with the answer to a case; undefined if nothing is. */
export function judgeGiven(
  document: Json,
  one: GivenCase,
  { response, error }: Exchange,
  schemas: GivenSchemas,
): Finding | undefined {
  const { location, what, expect, request } = one;
  const operation = one.operation.name;
  const about = { operation, location, what };
  if (!response)
    return {
      ...fuzzDiagnostics.create('no-answer', { ...about, reason: error }),
      clause: 'SP-2.5',
    };
  const { status } = response;
  const problem = problemCode(response);
  const leak = status >= 400 ? leakIn(response, request) : undefined;
  if (leak !== undefined)
    return {
      ...fuzzDiagnostics.create('problem-leaks', { operation, status, text: leak }),
      clause: 'SP-2.4',
    };
  // A handler that is not written yet; credentials that nobody knows.
  if (
    status === 501 &&
    problem === 'not-implemented' &&
    (expect === 'taken' || one.operation.secured)
  )
    return undefined;
  if (one.operation.secured && (status === 401 || status === 403)) return undefined;
  // Whoever has to be written yet should never have seen it.
  const isPassedOn = status === 501 && problem === 'not-implemented' && expect !== 'taken';
  if (status >= 500 && !isPassedOn)
    return { ...fuzzDiagnostics.create('server-error', { ...about, status }), clause: 'SP-2.4' };
  if (expect !== 'taken') {
    if (expect.includes(status)) return undefined;
    const wanted = expect.join(' or ');
    return {
      ...fuzzDiagnostics.create('invalid-accepted', { ...about, status, wanted }),
      clause: 'SP-2.3',
    };
  }
  if (problem !== undefined && FORM.has(problem)) {
    const why = whyRefused(response);
    return {
      ...fuzzDiagnostics.create('valid-refused', { ...about, status, why }),
      clause: 'SP-13.3',
    };
  }
  return answerProblem(document, one, response, schemas);
}

/** Holds an answer against what the contract says of it. */
function answerProblem(
  document: Json,
  one: GivenCase,
  response: HttpResponse,
  schemas: GivenSchemas,
): Finding | undefined {
  const { location, what } = one;
  const { name: operation, responses, responsesAt } = one.operation;
  const { status } = response;
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  const key = keys.find((candidate) => Object.hasOwn(responses, candidate));
  const clause = 'SP-13.3';
  // Whether there is such a record no schema can say; nor whether there is one already.
  const isMissing = status === 404 && one.operation.path.includes('{');
  const isTaken = status === 409 && one.operation.keeps?.does === 'create';
  if (one.operation.keeps && (isMissing || isTaken) && problemCode(response) !== undefined)
    return undefined;
  if (key === undefined)
    return {
      ...fuzzDiagnostics.create('undocumented-status', { operation, location, what, status }),
      clause,
    };
  const described = located(document, responses[key], `${responsesAt}/${key}`);
  const content = isRecord(described.part['content']) ? described.part['content'] : {};
  const type = mediaType(response);
  const known = Object.keys(content).find(
    (name) => name.split(';', 1)[0]?.trim().toLowerCase() === type,
  );
  if (known === undefined) {
    // Problem documents are what any operation may answer.
    const isEmpty = response.text === '' && Object.keys(content).length === 0;
    if (isEmpty || type === 'application/problem+json' || Object.hasOwn(content, '*/*'))
      return undefined;
    return { ...fuzzDiagnostics.create('undocumented-type', { operation, status, type }), clause };
  }
  const media = content[known];
  if (!isRecord(media) || media['schema'] === undefined || !type.endsWith('json')) return undefined;
  const pointer = `${described.pointer}/content/${escaped(known)}/schema`;
  const problem = schemas.problem(pointer, 'answer', jsonOf(response));
  return problem === undefined
    ? undefined
    : { ...fuzzDiagnostics.create('schema-broken', { operation, status, problem }), clause };
}

function problemCode(response: HttpResponse): string | undefined {
  if (mediaType(response) !== 'application/problem+json') return undefined;
  const type = (jsonOf(response) as { type?: unknown } | undefined)?.type;
  return typeof type === 'string' ? type.replace('urn:problem:', '') : undefined;
}
