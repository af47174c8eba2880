import type { Expectation } from './case.ts';
import type { Validator } from './validator.ts';

/** What must come of a JSON value in a request, by its schema. */
export function expectValue(
  validator: Validator,
  pointer: string,
  value: unknown,
  blame: { readonly pointer: string },
): Expectation {
  // No schema can say this, the profile does (SP-1.9).
  if (hasForbiddenText(value)) return { kind: 'refused', statuses: [400] };
  if (validator.problem(pointer, value) === undefined) return { kind: 'accepted' };
  return { kind: 'refused', statuses: [422], blame };
}

function hasForbiddenText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasForbiddenText);
}
