import type { TestBroker } from './test-broker.ts';
import { durableConformance } from './test-durable-conformance.ts';
import { liveConformance } from './test-live-conformance.ts';

/** Holds a bus to what `Bus` says; all buses pass the same tests. */
export function busConformance(name: string, open: () => Promise<TestBroker>): void {
  liveConformance(name, open);
  durableConformance(name, open);
}
