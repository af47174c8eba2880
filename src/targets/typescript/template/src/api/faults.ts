import type { ErrorObject } from 'ajv';
import { segment } from '../fields/issues.ts';
import type { Issue, IssueCode } from '../fields/issues.ts';

const MOST = 50;

const CODES: Readonly<Record<string, IssueCode>> = {
  required: 'required',
  dependentRequired: 'required',
  minProperties: 'required',
  type: 'type',
  format: 'format',
  pattern: 'pattern',
  minimum: 'minimum',
  exclusiveMinimum: 'minimum',
  maximum: 'maximum',
  exclusiveMaximum: 'maximum',
  minLength: 'too-short',
  minItems: 'too-short',
  maxLength: 'too-long',
  maxItems: 'too-long',
  maxProperties: 'too-long',
  enum: 'enum',
  const: 'enum',
  additionalProperties: 'unknown-property',
  unevaluatedProperties: 'unknown-property',
  distinctItems: 'duplicate',
};

/** What a value that was given is blamed for, in the words of problem documents. */
export function issuesOf(errors: readonly ErrorObject[]): readonly Issue[] {
  return errors.slice(0, MOST).map((error) => ({
    pointer: pointerOf(error),
    code: CODES[error.keyword] ?? 'invalid',
    message: (error.message ?? 'is not valid').slice(0, 300),
  }));
}

/** The property that is missing or too many is blamed, rather than the object around it. */
function pointerOf({ instancePath, params }: ErrorObject): string {
  const { missingProperty, additionalProperty, unevaluatedProperty } = params as Readonly<
    Record<string, unknown>
  >;
  const name = missingProperty ?? additionalProperty ?? unevaluatedProperty;
  return typeof name === 'string' ? instancePath + segment(name) : instancePath;
}
