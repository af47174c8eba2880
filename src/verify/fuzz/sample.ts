import type { Schema } from '#contract';
import { isAtLeast, isAtMost } from './limits.ts';
import type { Random } from './random.ts';
import { regexSample } from './regex-sample.ts';
import { flatten, typeOf } from './schema.ts';

/** What samples are made from. */
export interface SampleContext {
  /** The OpenAPI document, for `$ref`. */
  readonly root: unknown;
  readonly random: Random;
  /** How likely an optional property is there, of 100. */
  readonly optional: number;
}

/**
 * Makes a value that a schema most likely accepts; the caller asks the validator. Texts differ from call
 * to call, so that unique properties rarely collide.
 */
export function sample(schema: Schema, context: SampleContext, depth = 0): unknown {
  const flat = flatten(context.root, schema);
  const { random } = context;
  if (flat.const !== undefined) return flat.const;
  if (flat.enum) return random.pick(flat.enum.filter((value) => value !== null));
  switch (typeOf(flat)) {
    case 'string':
      return sampleText(flat, random);
    case 'integer':
    case 'number':
      return sampleNumber(flat, random);
    case 'boolean':
      return random.below(2) === 1;
    case 'array':
      return sampleList(flat, context, depth);
    case 'object':
      return sampleObject(flat, context, depth);
    default:
      // No type: anything goes.
      return { note: word(random) };
  }
}

function sampleObject(schema: Schema, context: SampleContext, depth: number): unknown {
  const required = new Set(schema.required);
  const chosen = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || (depth < 3 && context.random.below(100) < context.optional),
  );
  return Object.fromEntries(
    chosen.map(([name, property]) => [name, sample(property, context, depth + 1)]),
  );
}

function sampleList(schema: Schema, context: SampleContext, depth: number): unknown[] {
  const min = schema.minItems ?? 0;
  const count = context.random.between(min, Math.min(schema.maxItems ?? min + 2, min + 2));
  const items = Array.from({ length: count }, () => sample(schema.items ?? {}, context, depth + 1));
  if (!schema.uniqueItems) return items;
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}

/** Near zero where zero is allowed: most contracts allow every integer that can be written. */
function sampleNumber(schema: Schema, random: Random): number {
  const step = typeOf(schema) === 'integer' ? 1 : 0.5;
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const low = Math.ceil(Math.max(minimum, (schema.exclusiveMinimum ?? -Infinity) + step));
  const high = Math.floor(Math.min(maximum, (schema.exclusiveMaximum ?? Infinity) - step));
  const from = Math.min(Math.max(0, low), high);
  return random.between(from, Math.min(high, from + 100_000));
}

function sampleText(schema: Schema, random: Random): string {
  switch (schema.format) {
    case 'email':
      return `${word(random)}@example.com`;
    case 'uri':
      return `https://example.com/${word(random)}`;
    case 'uuid':
      return uuid(random);
    case 'date':
      return date(schema, random);
    case 'date-time':
      return `${date(schema, random)}T${two(random.below(24))}:${two(random.below(60))}:00.000Z`;
    default:
      return fitted(schema, random);
  }
}

/** A text of the right length: a word where any text will do, else made from the pattern. */
function fitted(schema: Schema, random: Random): string {
  const pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
  const min = schema.minLength ?? 0;
  const max = schema.maxLength ?? 64;
  const fits = (text: string) => {
    const length = Array.from(text).length;
    return (
      length >= min && length <= max && (pattern?.test(text) ?? true) && isWithin(text, schema)
    );
  };
  const plain = word(random).padEnd(min, 'x').slice(0, max);
  if (fits(plain)) return plain;
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const text = hasLimits(schema)
      ? decimal(schema, random, attempt)
      : regexSample(schema.pattern ?? '', random);
    if (fits(text)) return text;
  }
  return plain;
}

function hasLimits(schema: Schema): boolean {
  return schema['x-minimum'] !== undefined || schema['x-maximum'] !== undefined;
}

/** A decimal near one of its limits, further and further away from it; the pattern may have room for few digits. */
function decimal(schema: Schema, random: Random, attempt: number): string {
  const low = Number(schema['x-minimum']?.value ?? Number.NaN);
  const reach = [1, 10, 100, 1000][attempt % 4] ?? 1;
  const digits = attempt < 40 ? 0 : 2;
  const number = Number.isNaN(low)
    ? Math.floor(Number(schema['x-maximum']?.value)) - random.between(0, reach)
    : Math.ceil(low) + random.between(0, reach);
  return (digits === 0 ? number : number + random.below(100) / 100).toFixed(digits);
}

function isWithin(text: string, schema: Schema): boolean {
  const { 'x-minimum': low, 'x-maximum': high } = schema;
  return (
    (low === undefined || isAtLeast(text, low)) && (high === undefined || isAtMost(text, high))
  );
}

/** Within the limits where there are some, else between 2000 and 2029; days end at 28: each exists. */
function date(schema: Schema, random: Random): string {
  const low = yearOf(schema['x-minimum']?.value);
  const high = yearOf(schema['x-maximum']?.value);
  const from = low ?? (high === undefined ? 2000 : high - 10);
  const to = high ?? from + 29;
  // The years at the ends may be cut by the limit: those between are not.
  const year = to - from > 1 ? random.between(from + 1, to - 1) : from;
  return `${String(year).padStart(4, '0')}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

function yearOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text.slice(0, 4));
}

function uuid(random: Random): string {
  const hex = (length: number) =>
    Array.from({ length }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** Eight letters: of 200 billion, so that two calls rarely give the same. */
function word(random: Random): string {
  return Array.from({ length: 8 }, () => String.fromCodePoint(97 + random.below(26))).join('');
}

const two = (value: number) => String(value).padStart(2, '0');
