import type { ContractNames } from '../names.ts';
import type { Reference, Response } from './document.ts';
import { header } from './headers.ts';

/** Statuses of 400 and above, each a problem document (SP-2.2). */
export type ProblemStatus = keyof typeof problems;

const problems = {
  400: {
    name: 'BadRequest',
    title: 'Bad request',
    code: 'malformed-request',
    description: 'The body is not JSON, or a parameter is unknown, repeated or invalid.',
  },
  401: {
    name: 'Unauthenticated',
    title: 'Unauthenticated',
    code: 'unauthenticated',
    description: 'Nobody is logged in, or the log-in is not valid.',
  },
  403: {
    name: 'Forbidden',
    title: 'Forbidden',
    code: 'forbidden',
    description: 'The caller may not do this.',
  },
  404: {
    name: 'NotFound',
    title: 'Not found',
    code: 'not-found',
    description: 'There is no such record or path.',
  },
  405: {
    name: 'MethodNotAllowed',
    title: 'Method not allowed',
    code: 'method-not-allowed',
    description: 'The path does not have this method.',
  },
  406: {
    name: 'NotAcceptable',
    title: 'Not acceptable',
    code: 'not-acceptable',
    description: '`Accept` admits no representation that there is.',
  },
  409: {
    name: 'Conflict',
    title: 'Conflict',
    code: 'conflict',
    description:
      'It contradicts what is stored: a value that is taken, a record that others refer to, a state that cannot be reached.',
  },
  412: {
    name: 'PreconditionFailed',
    title: 'Precondition failed',
    code: 'precondition-failed',
    description: '`If-Match` does not name the current ETag: somebody else has changed the record.',
  },
  413: {
    name: 'TooLarge',
    title: 'Too large',
    code: 'too-large',
    description: 'The body is larger than the service reads.',
  },
  415: {
    name: 'UnsupportedMediaType',
    title: 'Unsupported media type',
    code: 'unsupported-media-type',
    description: 'The body is not of a content type that is read here.',
  },
  422: {
    name: 'ValidationFailed',
    title: 'Validation failed',
    code: 'validation-failed',
    description: 'The body is JSON, but breaks the schema or a rule; `errors` names each fault.',
  },
  429: {
    name: 'TooManyRequests',
    title: 'Too many requests',
    code: 'too-many-requests',
    description: 'The caller has used up its share; `Retry-After` says when to go on.',
  },
  431: {
    name: 'HeaderTooLarge',
    title: 'Header too large',
    code: 'header-too-large',
    description: 'The headers or the address of the request are too long.',
  },
  500: {
    name: 'Internal',
    title: 'Internal error',
    code: 'internal',
    description: 'A fault of the service.',
  },
  503: {
    name: 'Unavailable',
    title: 'Unavailable',
    code: 'unavailable',
    description: 'The service cannot answer now; try again later.',
  },
} as const;

const references = Object.fromEntries(
  Object.entries(problems).map(([status, { name }]) => [
    status,
    { $ref: `#/components/responses/${name}` },
  ]),
) as Readonly<Record<ProblemStatus, Reference>>;

/** What any operation can answer. */
export const alwaysPossible: readonly ProblemStatus[] = [400, 406, 429, 431, 500, 503];
/** What an operation with a body can answer besides. */
export const bodyProblems: readonly ProblemStatus[] = [413, 415, 422];

/** References to the shared problem answers, by status. */
export function problemResponses(statuses: readonly ProblemStatus[]): Record<string, Reference> {
  return Object.fromEntries(statuses.map((status) => [status, references[status]]));
}

/** The shared problem answers. */
export function problemComponents(
  names: ContractNames,
  accounts: boolean,
): Record<string, Response> {
  const shown = Object.entries(problems).filter(([status]) => accounts || status !== '401');
  return Object.fromEntries(
    shown.map(([status, { name, title, code, description }]) => [
      name,
      {
        description,
        headers: { ...header('X-Request-Id', 'RequestId'), ...extraHeaders[status] },
        content: {
          'application/problem+json': {
            schema: { $ref: `#/components/schemas/${names.schemas.problem}` },
            example: problemExample(Number(status), title, code, description),
          },
        },
      },
    ]),
  );
}

const extraHeaders: Readonly<Record<string, Record<string, Reference>>> = {
  401: header('WWW-Authenticate', 'WwwAuthenticate'),
  405: header('Allow', 'Allow'),
  429: header('Retry-After', 'RetryAfter'),
};

function problemExample(status: number, title: string, code: string, detail: string): unknown {
  const errors =
    status === 422 ? [{ pointer: '/name', code: 'required', message: 'Is required.' }] : [];
  return {
    type: `urn:problem:${code}`,
    title,
    status,
    detail,
    ...(errors.length > 0 ? { errors } : {}),
  };
}
