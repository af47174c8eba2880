import { fileURLToPath } from 'node:url';
import type { GateContext } from '../gate.ts';

/** An account that Schemathesis may use. */
export interface Peer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What a run of Schemathesis needs to know. */
export interface SchemathesisSettings {
  readonly url: string;
  /** Below which path of the service the operations are. */
  readonly basePath: string;
  readonly seed: number;
  /** Requests for each operation and phase, beside those of the limits of each schema. */
  readonly examples: number;
  /** Accounts of different tenants, none of which may see what is another's; none in a public service. */
  readonly peers: readonly Peer[];
  /** Whether the contract is a document of the user's. */
  readonly isGiven: boolean;
}

const hooks = fileURLToPath(new URL('schemathesis-hooks.py', import.meta.url));

/** The files of a folder in which Schemathesis runs: its settings, the accounts, and what it is to test. */
export function schemathesisFiles(
  settings: SchemathesisSettings,
  document: GateContext['contract']['openapi'],
): Readonly<Record<string, string>> {
  return {
    'schemathesis.toml': toml(settings),
    'openapi.json': JSON.stringify(withoutServers(document as unknown as Json)),
    'accounts.json': JSON.stringify({ auth: settings.peers.map(account) }),
  };
}

/** All checks are on; what a check can't know is in the hooks. JSON's strings and lists are TOML's, too. */
function toml({ url, basePath, seed, examples, peers, isGiven }: SchemathesisSettings): string {
  const refused = [
    '400',
    '401',
    '403',
    '404',
    '405',
    '406',
    '409',
    '412',
    '413',
    '415',
    '422',
    '431',
  ];
  // Problem documents are what any operation of a given contract may answer (SP-16.7), 501 until it is written.
  const given = isGiven
    ? [
        'status_code_conformance.enabled = false',
        'content_type_conformance.enabled = false',
        'not_a_server_error.expected-statuses = ["2xx", "3xx", "4xx", "501"]',
      ]
    : [];
  return [
    `base-url = ${JSON.stringify(`${url}${basePath}`)}`,
    `hooks = ${JSON.stringify(hooks)}`,
    `seed = ${seed}`,
    'continue-on-failure = true',
    '[generation]',
    `max-examples = ${examples}`,
    'database = "none"',
    '[checks]',
    'positive_data_acceptance.enabled = false',
    `negative_data_rejection.expected-statuses = ${JSON.stringify([...refused, '501'])}`,
    ...given,
    '[output]',
    'sanitization.enabled = false',
    'truncation.enabled = false',
    '[reports.ndjson]',
    'enabled = true',
    'path = "report.ndjson"',
    ...(peers.length > 0
      ? [
          '[auth.wfc]',
          'path = "accounts.json"',
          `peers = ${JSON.stringify(peers.map(({ name }) => name))}`,
        ]
      : []),
    '',
  ].join('\n');
}

/** An account in the form of Web Fuzzing Commons (https://github.com/WebFuzzing/Commons, `auth.yaml`). */
function account({ name, email, password }: Peer): unknown {
  return {
    name,
    loginEndpointAuth: {
      endpoint: '/api/auth/login',
      verb: 'POST',
      contentType: 'application/json',
      payloadUserPwd: {
        username: email,
        password,
        usernameField: 'email',
        passwordField: 'password',
      },
      token: {
        extractFrom: 'body',
        extractSelector: '/token',
        sendIn: 'header',
        sendName: 'Authorization',
        sendTemplate: 'Bearer {token}',
      },
    },
  };
}

type Json = Readonly<Record<string, unknown>>;

/** A document may name servers of the real world: nothing is sent there. */
function withoutServers(document: Json): Json {
  const paths = Object.entries(record(document['paths'])).map(([path, item]) => {
    const operations = Object.entries(record(item)).map(([method, operation]) => [
      method,
      Array.isArray(operation) || typeof operation !== 'object'
        ? operation
        : { ...operation, servers: undefined },
    ]);
    return [path, { ...Object.fromEntries(operations), servers: undefined }];
  });
  return { ...document, servers: undefined, paths: Object.fromEntries(paths) as unknown };
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
