import type { Counter, Histogram } from '../metrics/metric.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Gateway } from './gateway.ts';

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Counts exchanges by service, version and outcome, and their times; gives the way to stop that. */
export function measureGateway(gateway: Gateway, metrics: Metrics): () => void {
  const known = new Map<string, { readonly requests: Counter; readonly seconds: Histogram }>();
  return gateway.onExchange(({ service, version, outcome, durationMs }) => {
    const key = `${service} ${version} ${outcome}`;
    let found = known.get(key);
    if (found === undefined) {
      const labels = { service, version, outcome };
      found = {
        requests: metrics.counter('microforge_gateway_requests_total', 'Requests.', labels),
        seconds: metrics.histogram(
          'microforge_gateway_request_duration_seconds',
          'From the head of a request to the end of its answer.',
          labels,
          BOUNDS,
        ),
      };
      known.set(key, found);
    }
    found.requests.add();
    found.seconds.observe(durationMs / 1000);
  });
}
