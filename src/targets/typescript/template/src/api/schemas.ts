import type { Issue } from '../fields/issues.ts';
import { withoutBranches } from './branches.ts';
import { Compiler } from './compiler.ts';
import { issuesOf } from './faults.ts';
import type { Direction } from './normal-schema.ts';
import { follow, isPart } from './part.ts';
import type { Part } from './part.ts';

/** Checks values by the schemas of the contract. A schema is compiled when it is first needed. */
export class Schemas {
  readonly #document: Part;
  /** Most values are right, or wrong in one place: then the first fault is enough. */
  readonly #first: Compiler;
  readonly #all: Compiler;

  /** @param unchecked patterns that would take too long to check */
  constructor(document: Part, unchecked: readonly string[]) {
    this.#document = document;
    this.#first = new Compiler(document, unchecked, false);
    this.#all = new Compiler(document, unchecked, true);
  }

  /** What is wrong with a value; nothing if it is as its schema says. */
  check(schema: unknown, direction: Direction, value: unknown): readonly Issue[] {
    if (this.#first.compiled(schema, direction)(value)) return [];
    // A long value may hold a fault in each of its parts: they would take more memory than it does.
    const isShort = direction === 'answer' || !isSmall(value);
    const compiler = isShort ? this.#first : this.#all;
    const validate = compiler.compiled(schema, direction);
    validate(value);
    return issuesOf(withoutBranches(validate.errors ?? [], (name) => compiler.named(name)));
  }

  /** The JSON types that a schema admits, as far as it says; null aside. */
  typesOf(schema: unknown): ReadonlySet<string> {
    const types = new Set<string>();
    this.#collectTypes(schema, types, new Set());
    types.delete('null');
    return types;
  }

  /** What `properties` says in a schema or in what it is made of. */
  propertiesOf(schema: unknown): ReadonlyMap<string, unknown> {
    const properties = new Map<string, unknown>();
    for (const part of this.#partsOf(schema)) {
      const { properties: own } = part;
      if (isPart(own)) for (const [name, value] of Object.entries(own)) properties.set(name, value);
    }
    return properties;
  }

  /** The schema of the items of a list. */
  itemsOf(schema: unknown): unknown {
    return this.#partsOf(schema).find((part) => part['items'] !== undefined)?.['items'];
  }

  #collectTypes(schema: unknown, types: Set<string>, seen: Set<unknown>): void {
    for (const part of this.#partsOf(schema)) {
      if (seen.has(part)) continue;
      seen.add(part);
      for (const type of [part['type']].flat()) if (typeof type === 'string') types.add(type);
      const values = Array.isArray(part['enum']) ? part['enum'] : [];
      for (const value of 'const' in part ? [part['const']] : values) types.add(jsonType(value));
      for (const branches of [part['anyOf'], part['oneOf']]) {
        if (!Array.isArray(branches)) continue;
        for (const branch of branches) this.#collectTypes(branch, types, seen);
      }
      if (part['properties'] !== undefined && part['type'] === undefined) types.add('object');
    }
  }

  /** A schema and all that `allOf` adds to it. */
  #partsOf(schema: unknown): readonly Part[] {
    const parts = new Set([follow(this.#document, schema)]);
    for (const part of parts) {
      const { allOf } = part;
      if (!Array.isArray(allOf)) continue;
      for (const member of allOf) parts.add(follow(this.#document, member));
    }
    return [...parts];
  }
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const SMALL = 1000;

/** Has a value at most so many parts? Looks at no more of them. */
function isSmall(value: unknown): boolean {
  const parts = [value];
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue;
    const inner: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    if (parts.length + inner.length > SMALL) return false;
    parts.push(...inner);
  }
  return true;
}
