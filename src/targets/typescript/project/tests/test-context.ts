import type { Event } from '#blueprint';
import type { TargetInput } from '../../../target.ts';
import { createSamples } from '../samples/create-samples.ts';
import type { Samples } from '../samples/create-samples.ts';
import { voiceOf } from './voice.ts';
import type { Voice } from './voice.ts';

/** What all test files of a service are written from. */
export interface TestContext {
  readonly input: TargetInput;
  readonly samples: Samples;
  readonly voice: Voice;
  /** The events of each entity, by its id. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** The names of the roles, if the requirements name any. */
  readonly roles: readonly string[];
}

export function createTestContext(input: TargetInput): TestContext {
  return {
    input,
    samples: createSamples(input),
    voice: voiceOf(input.service),
    events: Map.groupBy(input.service.events, ({ entity }) => entity),
    roles: input.blueprint.system.roles.map(({ name }) => name),
  };
}
