import type { TargetInput } from '../../../target.ts';
import { settingsOf } from '../../../shared/delivery/settings.ts';
import type { Samples } from '../../../shared/samples/create-samples.ts';
import { code, fenced, markdown, plain, section, table } from '../../../shared/text/markdown.ts';
import { requestsPerMinute } from '../../../shared/delivery/rate-limit.ts';
import { aboutService } from '../../../shared/documents/about-service.ts';
import { assumptions } from '../../../shared/documents/assumptions.ts';
import { endpoints } from '../../../shared/documents/endpoints.ts';
import {
  openQuestions,
  roles,
  rules,
  transitions,
} from '../../../shared/documents/readme-behaviour.ts';
import { MIGRATIONS } from '../../../shared/documents/migrations-text.ts';
import { walkThrough } from '../../../shared/documents/walk-through.ts';

/** README.md: what the service is, how to run it, what it does and what nobody has decided yet. */
export function readme(input: TargetInput, samples: Samples): string {
  const { blueprint, service, contract } = input;
  return markdown(
    `# ${plain(service.label)}`,
    plain(aboutService(blueprint, service)),
    start(input),
    walkThrough(input, samples),
    section('## Endpoints', endpoints(contract, service), service.document ? GIVEN : SHARED),
    section('## Roles', roles(input)),
    section('## Rules', rules(service)),
    section('## Lifecycles', transitions(service)),
    section('## Assumptions', ...assumptionTable(input)),
    section('## Open questions', openQuestions(blueprint)),
    section(
      '## Configuration',
      'By environment, checked at start: every fault is named at once. `npm start` and `docker compose` also read a file `.env`, which [.env.example](.env.example) is the pattern of.',
      settings(input),
    ),
    section(
      '## Migrations',
      'The service brings its database up to date when it starts, under a lock.',
      MIGRATIONS,
    ),
    section('## Tests', TESTS),
    section('## Docker', DOCKER),
  );
}

function start({ service }: TargetInput): string {
  return section(
    '## Start',
    'With Node 22.18 or newer:',
    fenced('sh', ['npm ci && npm start']),
    '`npm start` compiles `src/` to `dist/` and runs that; `npm run dev` runs `src/` as it is, and again after each change.',
    `The service listens on <http://127.0.0.1:3000>; [/docs](http://127.0.0.1:3000/docs) shows its API. It needs no database server: it keeps its data in \`data/${service.name}.db\`, or in PostgreSQL if \`DATABASE_URL\` names one.`,
  );
}

const SHARED = [
  'Lists take `limit`, `cursor`, `sort=-createdAt,name`, a filter for each property (`status=open`, `price[gte]=10`) and `q`. Single records have an `ETag`, for `If-None-Match` and `If-Match`; an `Idempotency-Key` makes a `POST` safe to repeat. Errors are `application/problem+json`. [openapi.yaml](openapi.yaml) has every detail, [asyncapi.yaml](asyncapi.yaml) the events.',
].join('\n');

const GIVEN = [
  'The contract is the document that was given: [openapi.yaml](openapi.yaml). Each operation has a handler below `src/handlers/`, which is yours: it was written once and is never overwritten. Until you write it, the operation checks the request and answers 501. `src/handlers/authenticate.ts` says who a caller is. Requests and answers are checked against the contract; errors are `application/problem+json`.',
].join('\n');

function assumptionTable({ blueprint, service }: TargetInput): readonly string[] {
  const all = assumptions(blueprint, service);
  const rows = all.map(({ note, about }) => [
    plain(note),
    about.slice(0, MOST).map(plain).join(', ') + more(about),
  ]);
  return rows.length === 0
    ? []
    : [
        'Nobody said so; say otherwise in the requirements to change it.',
        table(['Assumption', 'About'], rows),
      ];
}

/** Things that one assumption is about, listed at most. */
const MOST = 12;

function more({ length }: readonly string[]): string {
  return length > MOST ? ` and ${length - MOST} more` : '';
}

function settings({ blueprint, service }: TargetInput): string {
  const rows = settingsOf(service, requestsPerMinute(blueprint)).map(({ name, usual, meaning }) => [
    code(name),
    usual === '' ? '' : code(usual),
    plain(meaning),
  ]);
  return table(['Variable', 'Default', 'Meaning'], rows);
}

const TESTS = `${fenced('sh', ['npm test         # the tests', 'npm run check    # format, types and tests'])}

They run in one process on a database in memory; with \`TEST_DATABASE_URL=postgres://…\` in a new schema of that database, which they drop at the end. \`DATABASE_URL\` is never touched. The title of a test names the line of the requirements that it checks.`;

const DOCKER = `${fenced('sh', ['docker compose up --build'])}

With PostgreSQL instead of the embedded database:

${fenced('sh', [
  'export DATABASE_URL=postgres://service:service@database:5432/service',
  'docker compose --profile postgres up --build',
])}`;
