import { TimeoutError } from '../errors/call-errors.ts';
import type { Outcome } from './exchange.ts';

/**
 * The same stream, for which `onEnd` is told how it ended. One that is silent for too long ends with a TimeoutError.
 * What is read of it counts as under way until then.
 */
export async function* followStream(
  stream: AsyncIterable<unknown>,
  idleMs: number,
  onEnd: (outcome: Outcome) => void,
): AsyncGenerator {
  const items = stream[Symbol.asyncIterator]();
  // Whoever stops reading leaves it.
  let outcome: Outcome = 'aborted';
  let silent = false;
  const timer = setTimeout(() => {
    silent = true;
    void items.return?.();
  }, idleMs);
  try {
    for (;;) {
      const { done = false, value } = await items.next();
      if (silent) throw new TimeoutError('The next item of a stream', idleMs);
      if (done) break;
      yield value;
      timer.refresh();
    }
    outcome = 'ok';
  } catch (error) {
    outcome = 'failed';
    throw error;
  } finally {
    clearTimeout(timer);
    void items.return?.();
    onEnd(outcome);
  }
}
