import type { Counter } from '../metrics/metric.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Middleware } from './middleware.ts';

/** Seconds; the usual bounds of latency. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Codes come from components too: a service that makes up codes must not make up time series without end. */
const MOST_CODES = 50;

/** Counts calls by result, those in flight, and how long they take. */
export function measuring(metrics: Metrics): Middleware {
  return {
    name: 'metrics',
    watch(service) {
      const labels = { service: service.id };
      const inFlight = metrics.gauge('microforge_calls_in_flight', 'Calls that run now.', labels);
      const duration = metrics.histogram(
        'microforge_call_duration_seconds',
        'How long calls take.',
        labels,
        bounds,
      );
      const counters = new Map<string, Counter>();
      const counter = (wanted: string): Counter => {
        const code = counters.has(wanted) || counters.size < MOST_CODES ? wanted : 'other';
        const known = counters.get(code);
        if (known !== undefined) return known;
        const made = metrics.counter('microforge_calls_total', 'Calls by result.', {
          ...labels,
          code,
        });
        counters.set(code, made);
        return made;
      };
      const ok = counter('ok');
      return {
        enter: () => inFlight.add(1),
        leave(call, code, _error, now) {
          inFlight.add(-1);
          (code === 'ok' ? ok : counter(code)).add(1);
          duration.observe((now - call.startedAt) / 1000);
        },
      };
    },
  };
}
