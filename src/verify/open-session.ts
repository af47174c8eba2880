import type { Contract } from '#contract';
import type { Gate, GateContext, RunningService } from './gate.ts';
import { Children } from './process/children.ts';
import { type GuardedFolder, guardedFolder } from './process/guarded-folder.ts';
import { cleanEnvironment } from './process/clean-environment.ts';
import { runCommand } from './process/run-command.ts';
import { startService } from './process/start-service.ts';
import type { ForgedService } from './read-service.ts';
import { cacheFolder } from './toolchains/cache-folder.ts';
import type { Command, Installed, Toolchain } from './toolchains/toolchain.ts';

/** What a session needs to know. */
export interface SessionOptions {
  readonly directory: string;
  readonly forged: ForgedService;
  readonly contract: Contract;
  readonly toolchain: Toolchain;
  readonly seed: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly stopAtFirst?: boolean;
  onProgress(gate: string, text: string): void;
}

/** The means that the gates of one verification share. */
export interface Session {
  /** The context of one gate; `close` stops the services that it started. */
  readonly open: (
    gate: Gate,
    signal: AbortSignal,
  ) => { readonly context: GateContext; readonly close: () => Promise<void> };
  /** Whether the dependencies of the service are still being installed. */
  readonly installing: () => boolean;
  /** Ends every process and takes the dependencies away again. */
  close(): Promise<void>;
}

/** Gates ask more of a service than the requirements may allow one client; those of the limit set their own. */
const unlimited = { RATE_LIMIT_PER_MINUTE: '10000000' };

/** Opens the means by which gates act: processes, dependencies, the shared service. */
export function openSession(options: SessionOptions): Session {
  const { directory, toolchain, forged } = options;
  const children = new Children();
  const env = cleanEnvironment(options.env);
  const execute = (command: Command, cwd: string, signal = options.signal) =>
    runCommand(children, { command: withNode(command), cwd, env, signal });
  // The first to need them installs; the others wait for the same promise.
  let installation: Promise<Installed> | undefined;
  let isInstalling = false;
  const install = () => {
    if (installation) return installation;
    isInstalling = true;
    installation = toolchain
      .install({
        directory,
        cache: cacheFolder(options.env),
        signal: options.signal,
        execute,
      })
      .finally(() => (isInstalling = false));
    return installation;
  };
  const start = async (extra: Readonly<Record<string, string>>, signal: AbortSignal) => {
    await install();
    const command = withNode(toolchain.start);
    const settings = { ...env, ...unlimited, ...extra };
    return startService(children, { command, directory, env: settings, signal });
  };
  let sharedService: Promise<RunningService> | undefined;

  return {
    open(gate, signal) {
      const own: Promise<RunningService>[] = [];
      const folders: GuardedFolder[] = [];
      const context: GateContext = {
        directory,
        target: forged.target,
        blueprint: forged.blueprint,
        service: forged.service,
        contract: options.contract,
        seed: options.seed,
        signal,
        stopAtFirst: options.stopAtFirst ?? false,
        start: (extra = {}) => {
          const service = start(extra, signal);
          own.push(service);
          return service;
        },
        folder: async () => {
          const folder = await guardedFolder(children, 'gate');
          folders.push(folder);
          return folder.path;
        },
        shared: () => (sharedService ??= start({}, options.signal)),
        tool: async (tool) => {
          await install();
          const command = toolchain.tools[tool];
          return execute(
            typeof command === 'function' ? command(directory) : command,
            directory,
            signal,
          );
        },
        execute: (command, cwd, limit) =>
          execute(command, cwd, limit ? AbortSignal.any([signal, limit]) : signal),
        cache: cacheFolder(options.env),
        testCounts: toolchain.testCounts,
        progress: (text) => options.onProgress(gate.name, text),
      };
      const close = async () => {
        await stopAll(own);
        await Promise.all(folders.map((folder) => folder.remove()));
      };
      return { context, close };
    },
    installing: () => isInstalling,
    async close() {
      if (sharedService) await stopAll([sharedService]);
      await children.end();
      await (await installation?.catch(() => undefined))?.remove();
    },
  };
}

async function stopAll(services: readonly Promise<RunningService>[]): Promise<void> {
  await Promise.all(
    services.map(async (starting) => {
      const service = await starting.catch(() => undefined);
      await service?.stop();
    }),
  );
}

/** Services run with the Node that runs us: the machine's own may be too old. */
function withNode([program, ...args]: Command): Command {
  return [program === 'node' ? process.execPath : program, ...args];
}
