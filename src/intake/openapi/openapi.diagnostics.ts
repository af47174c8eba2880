import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with an OpenAPI document, and what of it is not acted upon. */
export const openapiDiagnostics = defineDiagnostics('openapi', {
  syntax: {
    severity: 'error',
    message: (p: { document: string; problem: string }) =>
      `'${p.document}' can't be read: ${p.problem}.`,
    help: 'Correct it at the place named; most editors show faults of JSON and YAML while you type.',
  },
  version: {
    severity: 'error',
    message: (p: { version: string }) =>
      `This document is of version ${p.version}; OpenAPI 3.0 and 3.1 are read.`,
    help: 'Convert a document of Swagger 2.0 first (editor.swagger.io does it).',
  },
  'too-large': {
    severity: 'error',
    message: (p: { what: string; limit: string }) => `There is more than ${p.limit} of ${p.what}.`,
    help: 'Take examples and other data out of the document, or split the API into several.',
  },
  'unsafe-name': {
    severity: 'error',
    message: (p: { pointer: string }) => `The name '__proto__' at '${p.pointer}' is refused.`,
    help: 'Choose another name: many programs that read JSON are confused by this one.',
  },
  malformed: {
    severity: 'error',
    message: (p: { pointer: string; problem: string }) => `At '${p.pointer}': ${p.problem}.`,
    help: 'Compare it with https://spec.openapis.org/oas/latest.html.',
  },
  'outside-reference': {
    severity: 'error',
    message: (p: { reference: string }) =>
      `The reference '${p.reference}' leads out of the folder of the document.`,
    help: 'Put all files of the description below the folder of the document.',
  },
  'foreign-reference': {
    severity: 'error',
    message: (p: { reference: string }) =>
      `The reference '${p.reference}' leads to another host; nothing is fetched.`,
    help: 'Save the file beside the document and refer to it there.',
  },
  'missing-reference': {
    severity: 'error',
    message: (p: { reference: string; reason: string }) =>
      `The reference '${p.reference}' leads to nothing: ${p.reason}.`,
    help: 'Correct the reference, or describe what it refers to.',
  },
  'circular-reference': {
    severity: 'error',
    message: (p: { reference: string }) =>
      `The reference '${p.reference}' leads back to itself without saying anything.`,
    help: 'One of the references in the circle must be what is referred to.',
  },
  'endless-schema': {
    severity: 'error',
    message: (p: { pointer: string }) =>
      `The schema at '${p.pointer}' applies itself to the same value: checking one would never end.`,
    help: 'A schema may come back inside of a property or a list, not beside itself.',
  },
  'no-operations': {
    severity: 'error',
    message: () => 'This document has no operations: there is nothing to serve.',
    help: 'Describe at least one path with a method.',
  },
  'ambiguous-path': {
    severity: 'warning',
    message: (p: { operation: string; first: string }) =>
      `${p.operation} is the same address as ${p.first}; requests go to the first.`,
    help: 'Names of path parameters do not tell paths apart: rename one of the paths.',
  },
  'reserved-path': {
    severity: 'warning',
    message: (p: { operation: string }) =>
      `${p.operation} stands where the service answers for itself; the service's own answer is given.`,
    help: 'Give the first entry of `servers` a path, such as `/v1`: the operations are served below it.',
  },
  'missing-parameter': {
    severity: 'warning',
    message: (p: { parameter: string; operation: string }) =>
      `The parameter '${p.parameter}' in the path of ${p.operation} is not described; any text is taken.`,
    help: 'Describe it under `parameters` with `in: path`.',
  },
  'unused-parameter': {
    severity: 'warning',
    message: (p: { parameter: string; operation: string }) =>
      `The path of ${p.operation} has no place for its parameter '${p.parameter}'; it is never there.`,
    help: 'Add it to the path in braces, or remove it.',
  },
  'duplicate-operation-id': {
    severity: 'warning',
    message: (p: { id: string }) => `The operationId '${p.id}' is given twice.`,
    help: 'Generators of clients need each operationId to be unique.',
  },
  'unknown-type': {
    severity: 'warning',
    message: (p: { type: string }) =>
      `${p.type} is no type of JSON; the contract says it, and any value is taken.`,
    help: 'The types are string, integer, number, boolean, array, object (and null, from 3.1 on).',
  },
  'unknown-schema': {
    severity: 'warning',
    message: (p: { pointer: string; schema: string }) =>
      `At '${p.pointer}': ${p.schema} is no schema; the contract says it, and any value is taken.`,
    help: 'A schema is an object: `schema: { type: string }`. In YAML a colon needs a space after it.',
  },
  'repeated-example': {
    severity: 'warning',
    message: (p: { name: string }) => `'${p.name}' is given twice; only the last one is kept.`,
    help: 'Give each example a name of its own.',
  },
  'unusable-pattern': {
    severity: 'warning',
    message: (p: { pattern: string; problem: string }) =>
      `The pattern '${p.pattern}' ${p.problem}; the contract says it, and values are not checked against it.`,
    help: 'Let no text match in two ways, and give the text a `maxLength`.',
  },
  'unchecked-body': {
    severity: 'warning',
    message: (p: { operation: string; type: string }) =>
      `The body of ${p.operation} in ${p.type} is handed over as it is; its schema is not checked.`,
    help: 'JSON, forms, and plain text are checked.',
  },
  'several-servers': {
    severity: 'info',
    message: (p: { base: string }) =>
      `The document names servers with different paths; the operations are served below '${p.base}'.`,
    help: 'The path of the first entry of `servers` counts.',
  },
  callbacks: {
    severity: 'info',
    message: (p: { count: number }) =>
      `${p.count} callbacks or webhooks are in the contract; nothing calls them yet.`,
    help: 'They describe requests that the service sends: send them where the code of an operation says so.',
  },
});
