import { type Mutant, mutantsOf } from './mutant.ts';

/** Faults in how requests are read and refused. */
export const httpMutants: readonly Mutant[] = [
  ...mutantsOf('src/http/body.ts', [
    ['deep bodies are read', 'const DEEPEST = 32;', 'const DEEPEST = 1_000_000;'],
    [
      'invalid UTF-8 is read',
      'if (!isUtf8(body)) throw malformed',
      'if (body.length < 0) throw malformed',
    ],
    ['U+0000 is read', "if (code === 0) throw malformed('The body holds U+0000.');", ''],
    [
      '__proto__ is read',
      "if (name === '__proto__') throw malformed",
      "if (name === '__proto_') throw malformed",
    ],
    [
      'an empty body is an empty object',
      "if (body.length === 0) throw malformed('The body is empty.');",
      'if (body.length === 0) return {};',
    ],
    [
      'broken JSON ends the process',
      'scan(text);\n  try {\n    return JSON.parse(text);\n  } catch {',
      'scan(text);\n  try {\n    return JSON.parse(text);\n  } catch {\n    process.exit(9);',
    ],
    [
      'other content types are ignored',
      "if (request.method !== 'DELETE') throw notJson();",
      'return {};',
    ],
  ]),
  ...mutantsOf('src/http/problem.ts', [
    ['validation answers 400', "'validation-failed': [422,", "'validation-failed': [400,"],
    ['a missing record answers 410', "'not-found': [404,", "'not-found': [410,"],
    ['a conflict answers 400', '  conflict: [409,', '  conflict: [400,'],
    [
      'a failed precondition answers 409',
      "'precondition-failed': [412,",
      "'precondition-failed': [409,",
    ],
    ['no sign-in answers 403', 'unauthenticated: [401,', 'unauthenticated: [403,'],
    ['faults are not named', '...(this.errors.length > 0 && { errors: this.errors }),', ''],
    ['problems have another type', 'type: `urn:problem:${this.code}`,', "type: 'about:blank',"],
    ['stack traces are answered', 'detail: this.message,', 'detail: this.stack ?? this.message,'],
  ]),
  ...mutantsOf('src/http/errors.ts', [
    [
      'problems are plain JSON',
      "'content-type', 'application/problem+json'",
      "'content-type', 'application/json'",
    ],
    [
      'a long body is a server error',
      "case 'FST_ERR_CTP_BODY_TOO_LARGE':",
      "case 'FST_ERR_CTP_BODY_TOO_LONG':",
    ],
    [
      'a missing record answers 400 and says 404',
      '.code(problem.status)',
      '.code(problem.status === 404 ? 400 : problem.status)',
    ],
  ]),
  ...mutantsOf('src/http/headers.ts', [
    [
      'answers have no request id',
      "reply.header('x-request-id', request.id).headers(SECURITY)",
      'reply.headers(SECURITY)',
    ],
    ['answers may be sniffed', "  'x-content-type-options': 'nosniff',\n", ''],
    ['answers may be framed', "  'x-frame-options': 'DENY',\n", ''],
    [
      'answers may be cached',
      "if (pathOf(request.raw.url ?? '').startsWith('/api'))",
      "if (pathOf(request.raw.url ?? '') === '')",
    ],
  ]),
  ...mutantsOf('src/http/negotiation.ts', [
    ['any Accept will do', 'if (!admits) throw', 'if (!admits && accept === undefined) throw'],
  ]),
  ...mutantsOf('src/http/query.ts', [
    [
      'repeated parameters are read',
      "if (query.has(name)) throw invalidParameter(name, 'is repeated');",
      '',
    ],
    [
      'unknown parameters are ignored',
      'if (name !== undefined) throw invalidParameter',
      "if (name === '') throw invalidParameter",
    ],
    [
      'damaged queries end in a server error',
      "throw new Problem('malformed-request', 'The query is not valid",
      "throw new Error('The query is not valid",
    ],
  ]),
  ...mutantsOf('src/http/cors.ts', [
    [
      'any origin is allowed',
      'if (origin === undefined || !origins.has(origin)) return;',
      'if (origin === undefined) return;',
    ],
  ]),
  ...mutantsOf('src/http/rate-limit.ts', [
    ['nothing is limited', 'if (count <= this.#perMinute) return;', 'if (count > 0) return;'],
  ]),
  ...mutantsOf('src/app.ts', [
    [
      'a wrong method is not found',
      'throw methods && !methods.includes(request.method) ? methodNotAllowed(methods) : notFound();',
      'throw notFound();',
    ],
    ['405 names no methods', '{ headers: { allow } }', '{}'],
  ]),
  ...mutantsOf('src/start.ts', [
    [
      'it does not stop when asked',
      "for (const signal of ['SIGTERM', 'SIGINT'] as const)",
      "for (const signal of ['SIGINT'] as const)",
    ],
    [
      'it stops with an error',
      '    log.flush();\n    process.exit(0);',
      '    log.flush();\n    process.exit(1);',
    ],
    ['wrong settings end it without an error', 'process.exit(1);', 'process.exit(0);'],
  ]),
  ...mutantsOf('src/config.ts', [
    [
      'one wrong setting hides the others',
      'if (value === undefined) faults.push(',
      'if (value === undefined && faults.length === 0) faults.push(',
    ],
    ['a short secret will do', 'text.length >= 32', 'text.length >= 4'],
  ]),
];
