import { Session } from '../checks/session.ts';
import type { StartedService } from '../checks/session.ts';
import type { Tester } from '../checks/tester.ts';
import { createHttpClient } from '../http/http-client.ts';

/** Starts a service for one check and stops it afterwards. */
export async function withService(
  t: Tester,
  environment: Readonly<Record<string, string>>,
  use: (inner: Tester) => Promise<void>,
): Promise<void> {
  const service = await t.session.options.start?.(environment);
  if (!service) return;
  await withClient(t, service, use).finally(() => service.stop());
}

/** Another tester, for another service. */
export async function withClient(
  t: Tester,
  service: StartedService,
  use: (inner: Tester) => Promise<void>,
): Promise<void> {
  const { options } = t.session;
  const client = createHttpClient({ url: service.url, signal: options.signal });
  const { start: _, ...rest } = options;
  const around = { ...rest, url: service.url, client, log: () => service.log() };
  const inner = new Session(around, t.session.journal).tester(1);
  await use(inner).finally(() => {
    t.adopt(inner);
    client.close();
  });
}
