import type { Event } from '#blueprint';
import type { TargetInput } from '../../target.ts';
import { createSamples } from './create-samples.ts';
import type { Samples } from './create-samples.ts';

/** What the tests of a service are written from. */
export interface SampleContext {
  readonly input: TargetInput;
  readonly samples: Samples;
  /** The events of each entity, by its id. */
  readonly events: ReadonlyMap<string, readonly Event[]>;
  /** The names of the roles, if the requirements name any. */
  readonly roles: readonly string[];
}

export function createSampleContext(input: TargetInput): SampleContext {
  return {
    input,
    samples: createSamples(input),
    events: Map.groupBy(input.service.events, ({ entity }) => entity),
    roles: input.blueprint.system.roles.map(({ name }) => name),
  };
}
