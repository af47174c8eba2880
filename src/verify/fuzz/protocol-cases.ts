import type { ApiOperation } from './api.ts';
import type { CaseBody, FuzzCase } from './case.ts';

/** Cases about a request as HTTP: what it accepts, what it says its body is, bodies that are no JSON, no credentials. */
export function protocolCases(operation: ApiOperation): readonly FuzzCase[] {
  const plain = operation.body ? { body: { kind: 'acceptable' } as const } : {};
  const isApi = operation.path.startsWith('/api/');
  return [
    ...(operation.body ? [...bodyTypeCases(operation), ...brokenBodyCases(operation)] : []),
    ...(isApi ? acceptCases(operation, plain) : []),
    ...(operation.secured ? credentialCases(operation, plain) : []),
  ];
}

/** The methods that a path does not have are 405, and `Allow` names those that it has. */
export function methodCases(operations: readonly ApiOperation[]): readonly FuzzCase[] {
  const byPath = Map.groupBy(operations, ({ path }) => path);
  return [...byPath.values()].flatMap((siblings) => {
    const known = siblings.map(({ method }) => method);
    const [first] = siblings;
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
      (name) => !known.includes(name),
    );
    return first === undefined
      ? []
      : others.map((method) => ({
          operation: first,
          location: 'method',
          what: `the method ${method}`,
          expect: { kind: 'refused' as const, statuses: [405] },
          clause: 'SP-2.7',
          method,
        }));
  });
}

function bodyTypeCases(operation: ApiOperation): readonly FuzzCase[] {
  const types = [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'json',
    '',
  ];
  return types.map((type) => ({
    operation,
    location: 'header Content-Type',
    what: type === '' ? 'no content type' : type,
    expect: { kind: 'refused', statuses: [415] },
    clause: 'SP-2.6',
    headers: { 'content-type': type },
    body: { kind: 'acceptable' },
  }));
}

const deep = (depth: number) => `{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`;

/** Bodies that are no JSON, or JSON that only an attacker writes (SP-2.5). */
const brokenBodies: readonly (readonly [what: string, bytes: Buffer | string])[] = [
  ['an empty body', ''],
  ['half an object', '{'],
  ['a cut-off body', '{"a": "b'],
  ['a trailing comma', '{"a": 1,}'],
  ['single quotes', `{'a': 1}`],
  ['NaN', '{"a": NaN}'],
  ['a comment', '{/* a */}'],
  ['two documents', '{}{}'],
  ['a byte order mark in UTF-16', Buffer.from('{}', 'utf16le')],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['an overlong UTF-8 sequence', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])],
  ['a nesting of 40', deep(40)],
  ['a nesting of 100,000', deep(100_000)],
  ['a prototype', '{"__proto__": {"admin": true}}'],
];

function brokenBodyCases(operation: ApiOperation): readonly FuzzCase[] {
  const refused = (
    what: string,
    bytes: Buffer | string,
    statuses: readonly number[],
  ): FuzzCase => ({
    operation,
    location: 'body',
    what,
    expect: { kind: 'refused', statuses },
    clause: 'SP-2.5',
    body: { kind: 'bytes', bytes: Buffer.from(bytes) },
  });
  return [
    ...brokenBodies.map(([what, bytes]) => refused(what, bytes, [400])),
    refused('2 MB', `{"a": "${'a'.repeat(2_000_000)}"}`, [413]),
  ];
}

function acceptCases(
  operation: ApiOperation,
  plain: { readonly body?: CaseBody },
): readonly FuzzCase[] {
  const common = { operation, location: 'header Accept', clause: 'SP-2.6', ...plain };
  return [
    ...['text/html', 'image/png, application/xml;q=0.9'].map((accept): FuzzCase => ({
      ...common,
      what: accept,
      expect: { kind: 'refused', statuses: [406] },
      headers: { accept },
    })),
    ...['*/*', 'application/*', 'text/html, application/json;q=0.1', ';;,/', ''].map(
      (accept): FuzzCase => ({
        ...common,
        what: JSON.stringify(accept),
        expect: { kind: 'answered' },
        headers: { accept },
      }),
    ),
  ];
}

function credentialCases(
  operation: ApiOperation,
  plain: { readonly body?: CaseBody },
): readonly FuzzCase[] {
  const common = {
    operation,
    clause: 'SP-6.8',
    expect: { kind: 'refused', statuses: [401] },
    anonymous: true,
    ...plain,
  } as const;
  return [
    { ...common, location: 'credentials', what: 'no credentials' },
    ...['Bearer x', 'Bearer', 'Basic eDp5', 'Bearer eyJhbGciOiJub25lIn0.e30.'].map(
      (authorization) => ({
        ...common,
        location: 'header Authorization',
        what: authorization,
        headers: { authorization },
      }),
    ),
  ];
}
