import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A contestant in a process of its own, so that none pays for the garbage of another. */
export interface SliceProcess {
  /** Makes so many calls; gives microseconds of processor time per call. @throws when one fails */
  slice(calls: number): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a file of `bench/rivals`. @throws when it is not ready within a minute */
export async function startSlices(
  file: string,
  env: Readonly<Record<string, string>> = {},
): Promise<SliceProcess> {
  const child = fork(file, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  const answer = async (): Promise<{ micros?: number; error?: string }> => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    try {
      const [message] = (await Promise.race([
        once(child, 'message'),
        ended.then(() => [{ error: `${file} ended` }]),
      ])) as [{ micros?: number; error?: string }];
      return message;
    } finally {
      clearTimeout(timer);
    }
  };
  const first = await answer();
  if (first.error !== undefined) throw new Error(first.error);
  return {
    async slice(calls) {
      child.send({ calls });
      const { micros, error } = await answer();
      if (micros === undefined) throw new Error(error ?? `${file} gave no figure`);
      return micros;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}
