import type { Sample } from '../../../shared/samples/sample.ts';
import { hasReferences } from './reference-code.ts';
import type { TestContext } from './test-context.ts';

/** The call that gives a new sample, such as `await newOrder(owner, given)`. */
export function newCall(sample: Sample, { voice }: TestContext, given?: string): string {
  const isAsync = hasReferences(sample.record);
  const args = [...(isAsync ? [voice.name] : []), ...(given === undefined ? [] : [given])];
  return `${isAsync ? 'await ' : ''}new${sample.type}(${args.join(', ')})`;
}

/** `orderIn`, the function that answers an order in a state. */
export function inStateName({ type }: Sample): string {
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}In`;
}
