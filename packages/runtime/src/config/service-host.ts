import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { InterfaceChange } from '../component/compare-interfaces.ts';
import { configSchemaOf } from '../component/interface.ts';
import type { ServiceRegistry } from '../registry/service-registry.ts';
import { Watchdog } from '../process/watchdog.ts';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { fitConfig } from './fit-config.ts';
import { type ComponentMaker, makeComponent } from './make-component.ts';
import { type InlineServices, readServices } from './read-services.ts';
import {
  type ClassDefinition,
  type ServiceDefinition,
  withoutPlace,
} from './service-definition.ts';

/** What a host needs to know. */
export interface ServiceHostOptions {
  readonly registry: ServiceRegistry;
  /** services.json files; later ones win. */
  readonly files: readonly string[];
  /** What a program says itself, before all files: as the value of "services", with paths that count from a folder. */
  readonly inline?: InlineServices;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Told when another component has taken the place of one, with what that means for callers. */
  readonly onInterfaceChange?: (serviceId: string, change: InterfaceChange) => void;
  /** Told each line that a child process prints. */
  readonly onLog?: ComponentMaker['onLog'];
  /** Makes processes ready that are named by their folder alone: forged services. */
  readonly prepare?: NonNullable<ComponentMaker['prepare']>;
}

/** What a load has done; with an error in the files themselves, nothing. */
export interface LoadReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Keeps a registry as services.json says, now and after every change of the files. */
export class ServiceHost {
  readonly #options: Required<Omit<ServiceHostOptions, 'onLog' | 'prepare' | 'inline'>> &
    Pick<ServiceHostOptions, 'inline'>;
  readonly #maker: ComponentMaker;
  #hosted = new Map<string, ServiceDefinition>();
  #loaded = '';
  #last: Promise<unknown> = Promise.resolve();

  constructor({ onLog = () => {}, prepare, ...options }: ServiceHostOptions) {
    this.#options = { environment: process.env, onInterfaceChange: () => {}, ...options };
    const { environment } = this.#options;
    const [schemas, watchdog] = [new SchemaCompiler(), new Watchdog()];
    this.#maker = { schemas, watchdog, environment, onLog, prepare };
  }

  /**
   * Reads the files and does what is new in them: starts services, changes configurations without a restart,
   * replaces components whose module or class is another, takes out what is gone. A service with a problem
   * stays as it was. One load at a time. Never rejects because of what users write.
   */
  load(): Promise<LoadReport> {
    const next = this.#last.then(() => this.#load());
    this.#last = next.catch(() => {});
    return next;
  }

  /** Resolves when no load is under way. */
  async idle(): Promise<void> {
    await this.#last;
  }

  /** Loads again whenever a file is not the one that was loaded last; gives the way to stop that. */
  watch(onLoad: (report: LoadReport) => void, intervalMs = 250): () => void {
    // Polling sees what editors do (write aside, rename) and works on every file system.
    const timer = setInterval(() => {
      if (this.#fingerprint() !== this.#loaded) void this.load().then(onLoad);
    }, intervalMs).unref();
    return () => clearInterval(timer);
  }

  #fingerprint(): string {
    return this.#options.files
      .map((file) => statSync(file, { throwIfNoEntry: false }))
      .map((stat) => `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`)
      .join('\n');
  }

  async #load(): Promise<LoadReport> {
    const { files, environment, registry, inline } = this.#options;
    // Taken before reading: what is written meanwhile counts as another change.
    this.#loaded = this.#fingerprint();
    const { value, diagnostics } = readServices(files, environment, inline);
    const report = {
      diagnostics: [...diagnostics],
      added: [] as string[],
      changed: [] as string[],
      removed: [] as string[],
    };
    if (value === undefined) return report;
    const wanted = new Map(value.map((definition) => [definition.id, definition]));
    for (const id of this.#hosted.keys()) {
      if (wanted.has(id)) continue;
      await registry.unregister(id).catch(() => {});
      this.#hosted.delete(id);
      report.removed.push(id);
    }
    // Side by side: a process may take seconds to get ready.
    const outcomes = await Promise.all(
      value.map(async (definition) => {
        const old = this.#hosted.get(definition.id);
        if (old !== undefined && isSame(old, definition)) return undefined;
        return { definition, old, problems: await this.#apply(definition, old) };
      }),
    );
    for (const outcome of outcomes) {
      if (outcome === undefined) continue;
      const { definition, old, problems } = outcome;
      report.diagnostics.push(...problems);
      if (problems.length > 0) continue;
      this.#hosted.set(definition.id, definition);
      report[old === undefined ? 'added' : 'changed'].push(definition.id);
    }
    return report;
  }

  async #apply(
    definition: ServiceDefinition,
    old: ServiceDefinition | undefined,
  ): Promise<readonly Diagnostic[]> {
    const { registry, onInterfaceChange } = this.#options;
    const { id } = definition;
    if (definition.kind === 'class' && old !== undefined && isSameCode(old, definition)) {
      return this.#reconfigure(definition);
    }
    const loaded = await makeComponent(definition, this.#maker);
    if (loaded.component === undefined) return loaded.diagnostics;
    try {
      // Two can't have one port: here there is no way without a gap.
      const clash =
        old !== undefined && fixedPort(old) !== 0 && fixedPort(old) === fixedPort(definition);
      if (clash) {
        this.#hosted.delete(id);
        await registry.unregister(id);
      }
      if (old === undefined || clash) await registry.register(id, loaded.component, loaded.config);
      else onInterfaceChange(id, await registry.replace(id, loaded.component, loaded.config));
      return [];
    } catch (error) {
      const params = { id, reason: reasonOf(error) };
      return [configDiagnostics.create('failed-start', params, definition.locate(''))];
    }
  }

  async #reconfigure(definition: ClassDefinition): Promise<readonly Diagnostic[]> {
    const { id, locate } = definition;
    const service = this.#options.registry.get(id);
    const check = this.#maker.schemas.compile(configSchemaOf(service.interface));
    const { config, issues } = fitConfig(definition, check);
    if (issues.length > 0) {
      return issues.map(({ pointer, message: problem }) =>
        configDiagnostics.create(
          'wrong-config',
          { id, pointer, problem, interface: service.interface.name },
          locate(`/config${pointer}`),
        ),
      );
    }
    try {
      await service.reconfigure(config);
      return [];
    } catch (error) {
      const params = { id, reason: reasonOf(error) };
      return [configDiagnostics.create('config-refused', params, locate('/config'))];
    }
  }
}

const isSameCode = (a: ServiceDefinition, b: ClassDefinition) =>
  a.kind === 'class' && a.module === b.module && a.class === b.class && a.folder === b.folder;

const isSame = (a: ServiceDefinition, b: ServiceDefinition) =>
  isDeepStrictEqual(withoutPlace(a), withoutPlace(b));

const fixedPort = (definition: ServiceDefinition) =>
  definition.kind === 'process' ? definition.port : 0;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
