/** What a service says of itself: `silent` when there is no answer at all, or none in time. */
export type Probe = 'ready' | 'not ready' | 'silent';

/** Asks a health address. Never rejects. */
export async function probe(url: string, timeoutMs: number): Promise<Probe> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'manual',
    });
    await response.body?.cancel();
    return response.status === 200 ? 'ready' : 'not ready';
  } catch {
    return 'silent';
  }
}
