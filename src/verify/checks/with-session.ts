import type { GateContext } from '../gate.ts';
import { createHttpClient } from '../http/http-client.ts';
import { Session } from './session.ts';
import { createSubject } from './subject.ts';

/** How often a gate runs each race. */
const ROUNDS = 3;

/** Starts the service of a gate with extra environment, and gives checks what they share. */
export async function withSession<T>(
  context: GateContext,
  environment: Readonly<Record<string, string>>,
  use: (session: Session) => Promise<T>,
  rounds = ROUNDS,
): Promise<T> {
  const { blueprint, service, contract, signal } = context;
  const running = await context.start(environment);
  const client = createHttpClient({ url: running.url, signal, connections: 32 });
  const session = new Session({
    url: running.url,
    subject: createSubject(blueprint, service, contract),
    client,
    signal,
    rounds,
    stopAtFirst: context.stopAtFirst,
    start: (extra) => context.start(extra),
    log: () => running.log(),
    alive: () => running.alive(),
  });
  try {
    return await use(session);
  } finally {
    client.close();
  }
}
