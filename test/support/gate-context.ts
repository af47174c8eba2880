import { createContract } from '#contract';
import type { GateContext } from '#verify';
import { notes } from '../fixtures/workshop.ts';

/** A gate context for the `notes()` service in which everything that was not given throws. */
export function gateContext(given: Partial<GateContext> = {}): GateContext {
  const blueprint = given.blueprint ?? notes();
  const [service] = blueprint.system.services;
  if (!service) throw new Error('The blueprint has no service.');
  const missing = (what: string) => (): never => {
    throw new Error(`The test did not expect ${what}.`);
  };
  return {
    directory: '/nowhere',
    target: 'typescript',
    blueprint,
    service,
    contract: createContract({ blueprint, service }),
    seed: 1,
    signal: AbortSignal.timeout(20_000),
    stopAtFirst: false,
    start: missing('start'),
    folder: async () => '/nowhere',
    shared: missing('shared'),
    tool: missing('tool'),
    execute: missing('execute'),
    cache: '/nowhere',
    testCounts: missing('testCounts'),
    progress: () => undefined,
    ...given,
  };
}
