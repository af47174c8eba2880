import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import { fileTree } from '#files';
import type { Target } from '#targets';
import { folderOf, generate, jobsOf } from './generate.ts';

/** A target that tells what it was given. */
const target = (name: string): Target => ({
  name,
  summary: '',
  generate: ({ service, contract }) => ({
    files: fileTree([
      {
        path: 'told.txt',
        content: `${name} ${service.name} ${contract.openapi.info.title}`,
        owner: 'generated',
        sources: [],
      },
    ]),
    diagnostics: [],
  }),
});

const service = (name: string) =>
  buildService({
    name,
    entities: [
      buildEntity({
        name: 'note',
        plural: 'notes',
        fields: [buildField('note', { name: 'title', type: { kind: 'string' } })],
      }),
    ],
  });
const one = buildBlueprint({ name: 'shop', services: [service('shop')] });
const two = buildBlueprint({ name: 'shop', services: [service('sales'), service('stock')] });

describe('generate', () => {
  it('gives every target every service with its contract, and each folder says what it is', () => {
    const jobs = jobsOf(two, [target('typescript'), target('rust')]);
    const generated = jobs.map((job) => generate(two, job));
    assert.deepEqual(
      generated.map(({ files }) => files.find(({ path }) => path === 'told.txt')?.content),
      ['typescript sales Sales', 'rust sales Sales', 'typescript stock Stock', 'rust stock Stock'],
    );
    const identity = generated[1]?.files.find(({ path }) => path === '.microforge/service.json');
    assert.deepEqual(JSON.parse(identity?.content ?? ''), {
      formatVersion: 1,
      service: 'sales',
      target: 'rust',
    });
  });

  it('adds the processes of the service', () => {
    const [job] = jobsOf(one, [target('rust')]);
    const file = {
      path: 'processes/a.bpmn',
      content: '<x/>',
      owner: 'generated',
      sources: [],
    } as const;
    const { files } = generate(one, job ?? assert.fail(), {}, [file]);
    assert.equal(files.find(({ path }) => path === file.path)?.content, '<x/>');
  });

  it('gives the same bytes for the same blueprint', () => {
    const [job] = jobsOf(one, [target('rust')]);
    assert.ok(job);
    assert.deepEqual(generate(one, job), generate(one, job));
  });
});

describe('folderOf', () => {
  const folders = (blueprint: typeof one, ...targets: string[]) => {
    const all = jobsOf(blueprint, targets.map(target));
    return all.map((job) => folderOf(job, all, '/out'));
  };

  it('is the folder itself for one service and one target, else a folder for each', () => {
    assert.deepEqual(folders(one, 'rust'), ['/out']);
    assert.deepEqual(folders(one, 'rust', 'python'), ['/out/rust', '/out/python']);
    assert.deepEqual(folders(two, 'rust'), ['/out/sales', '/out/stock']);
    assert.deepEqual(folders(two, 'rust', 'python'), [
      '/out/sales/rust',
      '/out/sales/python',
      '/out/stock/rust',
      '/out/stock/python',
    ]);
  });
});
