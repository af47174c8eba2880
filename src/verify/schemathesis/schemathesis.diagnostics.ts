import { defineDiagnostics } from '#diagnostics';

/** What a check of Schemathesis says of an operation; `{title}` and `{detail}` are its words. */
interface Failure {
  readonly operation: string;
  readonly title: string;
  readonly detail: string;
}

const message = ({ operation, title, detail }: Failure) =>
  `Schemathesis, ${operation}: ${title}. ${detail}`.trim();

/** What Schemathesis can find: a code for each of its checks. */
export const schemathesisDiagnostics = defineDiagnostics('verify', {
  'schemathesis-server-error': {
    severity: 'error',
    message,
    help: 'No request may cause a server error: find it in the log of the service.',
  },
  'schemathesis-status': {
    severity: 'error',
    message,
    help: 'Answer with a status that the contract names.',
  },
  'schemathesis-content-type': {
    severity: 'error',
    message,
    help: 'Send the content type that the contract names.',
  },
  'schemathesis-header': {
    severity: 'error',
    message,
    help: 'Send the headers that the contract promises.',
  },
  'schemathesis-schema': {
    severity: 'error',
    message,
    help: 'Answer as the schema of the contract says.',
  },
  'schemathesis-invalid-accepted': {
    severity: 'error',
    message,
    help: 'Check the request as the contract says before anything is written.',
  },
  'schemathesis-valid-refused': {
    severity: 'error',
    message,
    help: 'Accept what the contract allows, or state the limit in the contract.',
  },
  'schemathesis-method': {
    severity: 'error',
    message,
    help: 'A method that the path does not have is 405, with Allow.',
  },
  'schemathesis-use-after-delete': {
    severity: 'error',
    message,
    help: 'What was deleted is 404.',
  },
  'schemathesis-not-available': {
    severity: 'error',
    message,
    help: 'What was created can be read.',
  },
  'schemathesis-no-credentials': {
    severity: 'error',
    message,
    help: 'Without an account, and with a token that is not right, the answer is 401.',
  },
  'schemathesis-other-tenant': {
    severity: 'error',
    message,
    help: 'Limit every query to the tenant of the caller.',
  },
  'schemathesis-failed': {
    severity: 'error',
    message,
    help: 'See the documentation of Schemathesis for this check.',
  },
  'schemathesis-no-answer': {
    severity: 'error',
    message: (p: { operation: string; reason: string }) =>
      `Schemathesis, ${p.operation}: no answer (${p.reason}).`,
    help: 'The handler hangs, closes the connection, or ends the process: look at the log of the service.',
  },
  'schemathesis-gave-up': {
    severity: 'warning',
    message: (p: { operation: string; reason: string }) =>
      `Schemathesis, ${p.operation}: not all of it was tried (${p.reason}).`,
    help: 'A schema that refers to itself can be too deep for it; another seed may get further.',
  },
});
