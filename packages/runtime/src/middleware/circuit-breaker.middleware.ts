import { CircuitOpenError } from '../errors/middleware-errors.ts';
import { FailureWindow } from './failure-window.ts';
import { isFailureOfService } from './failure-of-service.ts';
import type { Middleware } from './middleware.ts';
import { settle } from './settle.ts';

/** When a service is left alone, and how long. */
export interface CircuitBreakerOptions {
  /** Opens at this share of failures … */
  readonly failureRatio?: number;
  /** … of at least so many calls … */
  readonly minimumCalls?: number;
  /** … within this time. */
  readonly windowMs?: number;
  /** How long it stays open before one call may try. */
  readonly openMs?: number;
  /** By default what the service is to blame for: errors that are not ours, and ours from status 500. */
  readonly isFailure?: (error: unknown) => boolean;
  /** Milliseconds, never going back; `performance.now` but in tests. */
  readonly now?: () => number;
  readonly onChange?: (serviceId: string, state: 'open' | 'half-open' | 'closed') => void;
}

/** Fails at once while a service fails too often; then lets one call after another try until one succeeds. */
export function circuitBreaker({
  failureRatio = 0.5,
  minimumCalls = 20,
  windowMs = 10_000,
  openMs = 5_000,
  isFailure = isFailureOfService,
  now = () => performance.now(),
  onChange = () => {},
}: CircuitBreakerOptions = {}): Middleware {
  return {
    name: 'circuit-breaker',
    wrap(next, service) {
      const window = new FailureWindow(windowMs);
      let openUntil = 0;
      let open = false;
      // Answers to calls from before the last change say nothing about now.
      let era = 0;
      const change = (state: 'open' | 'half-open' | 'closed') => {
        era += 1;
        open = state !== 'closed';
        window.clear();
        onChange(service.id, state);
      };
      const record = (failed: boolean, began: number) => {
        if (began !== era) return;
        const time = now();
        if (open) {
          openUntil = time + openMs;
          change(failed ? 'open' : 'closed');
          return;
        }
        window.record(time, failed);
        if (!failed) return;
        const { calls, failures } = window.totals(time);
        if (calls < minimumCalls || failures < calls * failureRatio) return;
        openUntil = time + openMs;
        change('open');
      };
      return (call) => {
        if (open) {
          const time = now();
          if (time < openUntil) throw new CircuitOpenError(service.id, openUntil - time);
          // This call tries; should it never end, another may after the same time.
          openUntil = time + openMs;
          change('half-open');
        }
        const began = era;
        return settle(
          next,
          call,
          (value) => {
            record(false, began);
            return value;
          },
          (error) => {
            record(isFailure(error), began);
            throw error;
          },
        );
      };
    },
  };
}
