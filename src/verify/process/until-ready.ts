import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Child } from './children.ts';
import { ServiceStartError } from './service-start-error.ts';

/**
 * Waits until a service says its URL (SP-13.7) and `/health/ready` answers 200 (SP-13.1); gives the URL.
 * @throws ServiceStartError
 */
export async function untilReady(
  child: Child,
  deadlineMs: number,
  signal: AbortSignal,
): Promise<string> {
  const deadline = performance.now() + deadlineMs;
  const announced = announcedUrl(child);
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    if (!child.alive()) {
      const exitCode = await child.ended;
      const how = exitCode === null ? 'was killed' : `ended with code ${exitCode}`;
      throw new ServiceStartError(`It ${how}.`, { exitCode, log: child.log.text() });
    }
    const url = announced();
    if (url !== undefined && (await isReady(url))) return url;
    await delay(10);
  }
  throw new ServiceStartError(`It was not ready after ${deadlineMs / 1000} s.`, {
    exitCode: undefined,
    log: child.log.text(),
  });
}

/** Reads the URL from the first JSON line of stdout that has one. */
function announcedUrl(child: Child): () => string | undefined {
  let url: string | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    url ??= urlOf(line);
  });
  return () => url;
}

function urlOf(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { url } = JSON.parse(line) as { url?: unknown };
    return typeof url === 'string' && /^http:\/\/[\w.:[\]-]+$/.test(url) ? url : undefined;
  } catch {
    return undefined;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
