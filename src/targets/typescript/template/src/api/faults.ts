import type { ErrorObject } from 'ajv';
import { segment } from '../fields/issues.ts';
import type { Issue, IssueCode } from '../fields/issues.ts';

const MOST = 50;

/** The code and the words for a fault, by its keyword. `{}` stands for the limit. */
const WORDS: Readonly<Record<string, readonly [IssueCode, string]>> = {
  required: ['required', 'is required'],
  dependentRequired: ['required', 'is required'],
  minProperties: ['required', 'has too few properties'],
  type: ['type', 'must be {}'],
  format: ['format', 'is not written as it should be'],
  pattern: ['pattern', 'does not match the pattern'],
  minimum: ['minimum', 'must be at least {}'],
  exclusiveMinimum: ['minimum', 'must be more than {}'],
  maximum: ['maximum', 'must be at most {}'],
  exclusiveMaximum: ['maximum', 'must be less than {}'],
  multipleOf: ['invalid', 'must be a multiple of {}'],
  minLength: ['too-short', 'must have at least {} characters'],
  minItems: ['too-short', 'must have at least {} items'],
  maxLength: ['too-long', 'must have at most {} characters'],
  maxItems: ['too-long', 'must have at most {} items'],
  maxProperties: ['too-long', 'has too many properties'],
  enum: ['enum', 'is none of the values that it may be'],
  const: ['enum', 'is not the value that it must be'],
  additionalProperties: ['unknown-property', 'is not known'],
  unevaluatedProperties: ['unknown-property', 'is not known'],
  distinctItems: ['duplicate', 'holds an item twice'],
};

/** What a value that was given is blamed for, in the words of problem documents, in the order of its places. */
export function issuesOf(errors: readonly ErrorObject[]): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const error of errors) {
    const [code, words] = WORDS[error.keyword] ?? ['invalid', 'is not valid'];
    const pointer = pointerOf(error);
    const message = words.replace('{}', () => limitOf(error));
    issues.set(JSON.stringify([pointer, code, message]), { pointer, code, message });
  }
  return [...issues.values()].toSorted(inOrder).slice(0, MOST);
}

/** The property that is missing or too many is blamed, rather than the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Readonly<
    Record<string, unknown>
  >;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return typeof name === 'string' ? instancePath + segment(name) : instancePath;
}

function limitOf({ params }: ErrorObject): string {
  const { limit, multipleOf, type } = params as Readonly<Record<string, unknown>>;
  const types = [type ?? []].flat().map(String).toSorted();
  return types.join(' or ') || String(limit ?? multipleOf).slice(0, 40);
}

function inOrder(one: Issue, other: Issue): number {
  return (
    compared(one.pointer ?? '', other.pointer ?? '') ||
    compared(one.code, other.code) ||
    compared(one.message, other.message)
  );
}

function compared(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
