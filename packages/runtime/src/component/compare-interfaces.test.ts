import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonSchema } from '../schema/json-schema.ts';
import { compareInterfaces } from './compare-interfaces.ts';
import type { InterfaceDefinition } from './interface.ts';

const object = (
  properties: Record<string, JsonSchema>,
  required: string[] = [],
  more: object = {},
) => ({
  type: 'object' as const,
  properties,
  required,
  ...more,
});
const text = { type: 'string' } as const;
const old: InterfaceDefinition = {
  name: 'tasks',
  version: '1.2.3',
  input: object({ title: text, kind: { enum: ['bug', 'chore'] } }, ['title']),
  output: object({ id: text, state: { enum: ['open', 'done'] } }, ['id']),
  idempotent: true,
};

/** Verdict, version and first change of a new interface. */
const compare = (change: Partial<InterfaceDefinition>) => {
  const { verdict, wantedVersion, changes } = compareInterfaces(old, { ...old, ...change });
  return [
    verdict,
    wantedVersion,
    changes[0] === undefined ? '' : `${changes[0].path} ${changes[0].problem}`,
  ];
};

describe('a change of an interface', () => {
  it('is none when only the order differs', () => {
    const input = { required: ['title'], ...(old.input as object) };
    assert.deepEqual(compare({ input }), ['identical', '1.2.3', '']);
  });

  it('is compatible when callers need not know', () => {
    const fine: Partial<InterfaceDefinition>[] = [
      { description: 'better' },
      {
        input: object({ title: text, kind: { enum: ['bug', 'chore', 'feature'] }, note: text }, [
          'title',
        ]),
      },
      {
        input: object({ title: { type: ['string', 'number'] }, kind: { enum: ['bug', 'chore'] } }),
      },
      { output: object({ id: text, state: { enum: ['open'] }, note: text }, ['id', 'state']) },
      { safe: true },
    ];
    for (const change of fine) assert.deepEqual(compare(change), ['compatible', '1.3.0', '']);
  });

  it('is breaking when a caller could notice', () => {
    const breaking: [Partial<InterfaceDefinition>, string][] = [
      [{ input: object({ title: text }, ['title', 'kind']) }, 'input/properties/kind is required'],
      [
        { input: object({ title: text, kind: { enum: ['bug'] } }, ['title']) },
        'input/properties/kind does not allow "chore"',
      ],
      [
        { input: object({ title: { ...text, maxLength: 9 } }, ['title']) },
        'input/properties/title has the limit maxLength 9',
      ],
      [
        { input: object({ title: { ...text, pattern: 'a' } }, ['title']) },
        'input/properties/title has another pattern',
      ],
      [
        { input: object({ title: text }, ['title'], { additionalProperties: false }) },
        'input/properties/kind is not allowed any more',
      ],
      [
        { output: object({ id: text, state: { enum: ['open', 'done', 'late'] } }, ['id']) },
        'output/properties/state does not allow "late"',
      ],
      [
        { output: object({ id: text, state: { enum: ['open', 'done'] } }) },
        'output/properties/id is required',
      ],
      [
        { output: object({ id: { type: ['string', 'null'] } }, ['id']) },
        'output/properties/id does not allow null',
      ],
      [{ config: object({ url: text }, ['url']) }, 'config/properties/url is required'],
      [{ idempotent: false }, 'idempotent is promised no more'],
      [{ name: 'jobs' }, 'name was tasks, is jobs'],
    ];
    for (const [change, problem] of breaking) {
      assert.deepEqual(compare(change), ['breaking', '2.0.0', problem]);
    }
  });

  it('must show in the version', () => {
    const fits = (version: string, input: JsonSchema, from = old.version) =>
      compareInterfaces({ ...old, version: from }, { ...old, input, version }).versionFits;
    const wider = true;
    const narrower = false;
    assert.deepEqual(
      [fits('1.2.4', wider), fits('1.3.0', wider), fits('2.0.0', wider)],
      [false, true, true],
    );
    assert.deepEqual([fits('1.9.0', narrower), fits('2.0.0', narrower)], [false, true]);
    assert.deepEqual(
      [
        fits('0.3.9', narrower, '0.3.1'),
        fits('0.4.0', narrower, '0.3.1'),
        fits('0.3.2', wider, '0.3.1'),
      ],
      [false, true, true],
    );
  });
});
