import type { Blueprint } from '#blueprint';
import { createContract } from '#contract';
import { gate } from '../../src/verify/behaviour/behaviour.gate.ts';
import type { Finding } from '../../src/verify/gate.ts';
import { openSession } from '../../src/verify/open-session.ts';
import { toolchainRegistry } from '../../src/verify/toolchains/registry.gen.ts';

/** Runs the behaviour suite on a written service; each start has an environment of its own. Gives what is wrong. */
export async function behaviourFindings(
  blueprint: Blueprint,
  directory: string,
  target: string,
  environment: () => Promise<Readonly<Record<string, string>>>,
): Promise<readonly Finding[]> {
  const [service] = blueprint.system.services;
  const toolchain = await toolchainRegistry.find(({ name }) => name === target)?.load();
  if (!service || !toolchain) throw new Error(`There is no service or no target ${target}.`);
  const signal = AbortSignal.timeout(200_000);
  const session = openSession({
    directory,
    forged: { target, blueprint, service },
    contract: createContract({ blueprint, service }),
    toolchain,
    seed: 1,
    env: process.env,
    signal,
    onProgress: () => undefined,
  });
  const { context, close } = session.open(gate, signal);
  try {
    const start = async (extra = {}) => context.start({ ...extra, ...(await environment()) });
    return (await gate.run({ ...context, start })).findings;
  } finally {
    await close();
    await session.close();
  }
}
