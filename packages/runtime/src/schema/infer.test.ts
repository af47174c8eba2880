import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Infer } from './infer.ts';
import { SchemaCompiler } from './schema-compiler.ts';

/** True when each is assignable to the other; arrays keep unions from being taken apart. */
type Same<A, B> = [A, B] extends [B, A] ? true : false;
const holds = (...claims: readonly true[]) => assert.ok(claims.every(Boolean));

describe('types from JSON Schema', () => {
  it('are those of the values that the schema allows', () => {
    const schema = {
      type: 'object',
      properties: {
        id: { type: 'integer' },
        tags: { type: 'array', items: { type: 'string' } },
        state: { enum: ['open', 'done'] },
        note: { type: ['string', 'null'] },
        either: { anyOf: [{ const: 1 }, { type: 'boolean' }] },
      },
      required: ['id', 'state'],
    } as const;
    interface Wanted {
      readonly id: number;
      readonly state: 'open' | 'done';
      readonly tags?: readonly string[];
      readonly note?: string | null;
      readonly either?: 1 | boolean;
    }
    holds(true satisfies Same<Infer<typeof schema>, { [Key in keyof Wanted]: Wanted[Key] }>);
    const value: Infer<typeof schema> = { id: 1, state: 'open', note: null, either: true };
    assert.equal(new SchemaCompiler().compile(schema)(value), undefined);
  });

  it('are unknown where they are not known, and maps where properties have no names', () => {
    holds(true satisfies Same<Infer<true>, unknown>);
    holds(true satisfies Same<Infer<{ readonly pattern: 'x' }>, unknown>);
    holds(true satisfies Same<Infer<false>, never>);
    holds(
      true satisfies Same<
        Infer<{
          readonly type: 'object';
          readonly additionalProperties: { readonly type: 'number' };
        }>,
        Readonly<Record<string, number>>
      >,
    );
  });
});

describe('checks from JSON Schema', () => {
  const issues = (schema: object, value: unknown) =>
    new SchemaCompiler()
      .compile({ ...schema })(value)
      ?.map(({ pointer, code, message }) => [pointer, code, message]);

  it('say where and why, with the names that the message needs', () => {
    const schema = {
      type: 'object',
      properties: { a: { enum: ['x', 'y'] } },
      additionalProperties: false,
    };
    assert.deepEqual(issues(schema, { a: 'z' }), [
      ['/a', 'enum', 'must be equal to one of the allowed values (x, y)'],
    ]);
    assert.deepEqual(issues(schema, { b: 1 }), [
      ['', 'additionalProperties', 'must NOT have additional properties ("b")'],
    ]);
  });

  it('refuse a schema that is none', () => {
    assert.throws(() => issues({ type: 'text' }, 1), /schema is invalid/);
    assert.throws(() => issues({ typ: 'string' }, 1), /unknown keyword/);
  });
});
