import { defineDiagnostics } from '#diagnostics';

/** What the fuzzer can find; `{operation}` is a method and a path template. */
export const fuzzDiagnostics = defineDiagnostics('verify', {
  'server-error': {
    severity: 'error',
    message: (p: { operation: string; location: string; what: string; status: number }) =>
      `${p.operation} answers ${p.status} to ${p.location}: ${p.what}.`,
    help: 'No request may cause a server error: find it in the log of the service.',
  },
  'no-answer': {
    severity: 'error',
    message: (p: { operation: string; location: string; what: string; reason: string }) =>
      `${p.operation} gives no answer to ${p.location}: ${p.what} (${p.reason}).`,
    help: 'The handler hangs, or it closes the connection.',
  },
  'process-died': {
    severity: 'error',
    message: (p: { operation: string; location: string; what: string }) =>
      `The service ended after ${p.operation} with ${p.location}: ${p.what}.`,
    help: 'No request may end the process: find the reason in its log.',
  },
  'undocumented-status': {
    severity: 'error',
    message: (p: { operation: string; location: string; what: string; status: number }) =>
      `${p.operation} answers ${p.status} to ${p.location}: ${p.what}; the contract has no such answer.`,
    help: 'Answer as the contract says.',
  },
  'undocumented-type': {
    severity: 'error',
    message: (p: { operation: string; status: number; type: string }) =>
      `${p.operation} answers ${p.status} as '${p.type}'; the contract has no such content type.`,
    help: 'Send the content type that the contract names.',
  },
  'schema-broken': {
    severity: 'error',
    message: (p: { operation: string; status: number; problem: string }) =>
      `The answer ${p.status} of ${p.operation} breaks its schema: ${p.problem}.`,
    help: 'Answer as the contract says.',
  },
  'undocumented-property': {
    severity: 'error',
    message: (p: { operation: string; status: number; property: string }) =>
      `The answer ${p.status} of ${p.operation} has a property that the contract does not know: '${p.property}'.`,
    help: 'Answer with documented properties only; secrets must never be answered.',
  },
  'header-wrong': {
    severity: 'error',
    message: (p: { operation: string; status: number; header: string; problem: string }) =>
      `The header ${p.header} of the answer ${p.status} of ${p.operation} ${p.problem}.`,
    help: 'Send the headers that the contract promises.',
  },
  'invalid-accepted': {
    severity: 'error',
    message: (p: {
      operation: string;
      location: string;
      what: string;
      status: number;
      wanted: string;
    }) =>
      `${p.operation} answers ${p.status} to ${p.location}: ${p.what}; it must be refused with ${p.wanted}.`,
    help: 'Check the request as the contract says before anything is written.',
  },
  'valid-refused': {
    severity: 'error',
    message: (p: {
      operation: string;
      location: string;
      what: string;
      status: number;
      why: string;
    }) =>
      `${p.operation} refuses ${p.location}: ${p.what}, which the contract allows, with ${p.status}${p.why}.`,
    help: 'Accept what the contract allows, or state the limit in the contract.',
  },
  'fault-not-named': {
    severity: 'error',
    message: (p: {
      operation: string;
      location: string;
      what: string;
      status: number;
      missing: string;
    }) =>
      `${p.operation} answers ${p.status} to ${p.location}: ${p.what}, but its problem document does not name ${p.missing}.`,
    help: 'Every fault has an entry in errors[] with its pointer or parameter.',
  },
  'problem-leaks': {
    severity: 'error',
    message: (p: { operation: string; status: number; text: string }) =>
      `The answer ${p.status} of ${p.operation} shows an internal: ${p.text}`,
    help: 'Problem documents never hold stack traces, file paths, SQL or names of libraries.',
  },
  'not-kept': {
    severity: 'error',
    message: (p: { operation: string; location: string; what: string; got: string }) =>
      `${p.operation} accepts ${p.location}: ${p.what}, but the record then has ${p.got}.`,
    help: 'Keep values exactly as they were sent.',
  },
  'never-accepted': {
    severity: 'error',
    message: (p: { operation: string; last: string }) =>
      `${p.operation} accepts nothing that the contract allows; the last refusal was ${p.last}.`,
    help: 'Check the rules and the handler of the operation.',
  },
  'sequence-broken': {
    severity: 'error',
    message: (p: { operation: string; step: string; problem: string }) =>
      `${p.operation}, ${p.step}: ${p.problem}.`,
    help: 'Records must be found as they were written, until they are deleted.',
  },
  'raw-not-refused': {
    severity: 'error',
    message: (p: { what: string; problem: string }) => `A request with ${p.what} ${p.problem}.`,
    help: 'What is not HTTP is refused with a problem document of 400 or above, or the connection is closed.',
  },
});
