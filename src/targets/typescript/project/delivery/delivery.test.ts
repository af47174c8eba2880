import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { createContract } from '#contract';
import { workshop } from '../../../../../test/fixtures/workshop.ts';
import { readConfig } from '../../template/src/config.ts';
import { deliveryFiles } from '../../../shared/delivery/delivery-files.ts';
import { delivery } from './delivery.ts';

function generate(): ReadonlyMap<string, string> {
  const blueprint = workshop();
  const [service] = blueprint.system.services;
  assert.ok(service);
  const contract = createContract({ blueprint, service });
  const files = deliveryFiles({ blueprint, service, contract }, delivery(service));
  return new Map(files.map(({ path, content }) => [path, content]));
}

const files = generate();
const text = (path: string) => files.get(path) ?? assert.fail(`there is no ${path}`);

interface Compose {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
interface ComposeService {
  readonly build?: string;
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly environment: unknown;
  readonly volumes: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string; required: boolean }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string; readonly steps: readonly Step[] }>
  >;
}
interface Step {
  readonly uses?: string;
  readonly run?: string;
}

describe('Dockerfile', () => {
  const lines = text('Dockerfile').split('\n');
  const first = (start: string) => lines.findIndex((line) => line.startsWith(start));

  it('builds in one stage and runs in another, not as root', () => {
    assert.equal(lines.filter((line) => line.startsWith('FROM node:24-')).length, 2);
    assert.ok(first('RUN npm run build && npm prune') < lines.lastIndexOf('FROM node:24-slim'));
    assert.ok(first('USER node') > lines.lastIndexOf('FROM node:24-slim'));
    assert.ok(first('USER node') < first('CMD'));
    assert.ok(first('COPY migrations') < first('USER node'));
  });

  it('asks whether the service is ready, and runs one process that gets the signals', () => {
    assert.match(
      text('Dockerfile'),
      /HEALTHCHECK .*\\\n {2}CMD \["node", "-e", ".*\/health\/ready.*"\]/,
    );
    const command = lines.find((line) => line.startsWith('CMD')) ?? '';
    assert.equal((JSON.parse(command.slice(4)) as string[]).at(-1), 'dist/main.js');
  });

  it('copies only what the context has', () => {
    const context = text('.dockerignore');
    const copied = lines.flatMap(
      (line) => /^COPY (?!--)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [],
    );
    assert.ok(copied.length >= 5);
    for (const name of copied) assert.ok(context.includes(`!${name}\n`), name);
    assert.match(context, /^\*\n/);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(text('compose.yaml')) as Compose;

  it('starts PostgreSQL in its profile only, and waits until it is healthy', () => {
    assert.deepEqual(services['database']?.profiles, ['postgres']);
    assert.equal(services['database']?.image, 'postgres:16-alpine');
    assert.equal(services['database']?.healthcheck?.test[0], 'CMD-SHELL');
    assert.deepEqual(services['service']?.depends_on, {
      database: { condition: 'service_healthy', required: false },
    });
  });

  it('names no volume that it does not have', () => {
    const used = Object.values(services).flatMap((service) =>
      service.volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    assert.deepEqual(used.toSorted(), Object.keys(volumes).toSorted());
  });
});

describe('ci.yml', () => {
  const workflow = parse(text('.github/workflows/ci.yml')) as Workflow;

  it('checks on both databases, with rights to read only', () => {
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    const runs = workflow.jobs['check']?.steps.map(({ run }) => run);
    assert.deepEqual(
      runs?.filter((run) => run !== undefined),
      ['npm ci', 'npm run check', 'npm test'],
    );
  });

  it('has steps that each do one thing, and jobs that wait for jobs that exist', () => {
    for (const { steps, needs } of Object.values(workflow.jobs)) {
      for (const { uses, run } of steps) assert.notEqual(uses === undefined, run === undefined);
      if (needs !== undefined) assert.ok(needs in workflow.jobs);
    }
  });
});

describe('.env.example', () => {
  it('names every setting that the service reads, with a value that it takes', () => {
    const settings = [...text('.env.example').matchAll(/^# ([A-Z_]+)=(.*)$/gm)];
    const read = new Set<string>();
    const environment = new Proxy<Record<string, string | undefined>>(
      Object.fromEntries(settings.map(([, name, value]) => [name, value])),
      { get: (values, name) => (read.add(String(name)), values[String(name)]) },
    );
    readConfig(environment, { service: 'workshop', rateLimitPerMinute: 60_000 });
    assert.deepEqual([...read].toSorted(), settings.map(([, name]) => name ?? '').toSorted());
  });
});
