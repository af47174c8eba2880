import type { ServiceRegistry } from '@microforge/runtime';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { CommandContext } from './command.ts';

/** A gateway in front of the services of this process. */
export interface OpenedGateway {
  readonly url: string;
  /** Answers what is under way; gives how many requests were cut off. */
  close(): Promise<number>;
}

interface GatewayPlace {
  /** Absolute: gateway.json. */
  readonly file: string;
  /** 0: a free one. */
  readonly port: number;
  readonly registry: ServiceRegistry;
}

/** How long callers are told that their connections end. */
const NOTICE_MS = 100;

/** Opens a gateway as its file says, and follows the file. Undefined when it cannot be; what is wrong has been said. */
export async function openGateway(
  { file, port, registry }: GatewayPlace,
  { env, output }: Pick<CommandContext, 'env' | 'output'>,
): Promise<OpenedGateway | undefined> {
  const runtime = await import('@microforge/runtime/gateway');
  const { value: config, diagnostics } = runtime.readGatewayConfig(file, env);
  output.diagnostics(diagnostics);
  if (config === undefined) return undefined;
  const gateway = new runtime.Gateway({ config, registry });
  let url: string;
  try {
    url = await gateway.listen(port, env['HOST'] || '127.0.0.1');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.diagnostics([cliDiagnostics.create('no-gateway', { port, reason })]);
    return undefined;
  }
  const unwatch = runtime.watchGatewayConfig(gateway, file, {
    read: config,
    environment: env,
    onLoad: (wrong) => {
      output.diagnostics(wrong);
      output.event('gateway-reload', { ok: wrong.length === 0 });
      if (wrong.length === 0) output.line('the gateway was changed');
    },
  });
  return {
    url,
    close() {
      unwatch();
      return gateway.close({ noticeMs: NOTICE_MS });
    },
  };
}
