import type { TargetInput } from '../../../target.ts';
import { createSampleContext } from '../../../shared/samples/sample-context.ts';
import type { SampleContext } from '../../../shared/samples/sample-context.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';

/** What all test files of a service are written from. */
export interface TestContext extends SampleContext {
  readonly voice: Voice;
}

export function createTestContext(input: TargetInput): TestContext {
  return { ...createSampleContext(input), voice: voiceOf(input.service) };
}
