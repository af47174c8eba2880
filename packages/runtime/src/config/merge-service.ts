import { dirname, resolve } from 'node:path';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic, SourceSpan } from './diagnostic.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** A service in one file, as its author wrote it; the schema has been checked. */
export interface ServiceEntry {
  readonly kind?: ServiceDefinition['kind'];
  readonly module?: string;
  readonly class?: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly directory?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly port?: number | string;
  readonly url?: string;
  readonly health?: string;
}

/** What one file says of a service. */
export interface ServicePart {
  readonly path: string;
  readonly entry: ServiceEntry;
  /** Pointers into the file whose text came from the environment. */
  readonly filled: ReadonlySet<string>;
}

const READY = '/health/ready';

/** What each kind has, beside `kind`; the first is needed. */
const properties = {
  class: ['module', 'class', 'config'],
  process: ['command', 'args', 'directory', 'env', 'port', 'health'],
  remote: ['url', 'health'],
} as const satisfies Record<string, readonly (keyof ServiceEntry)[]>;

/**
 * One service of what several files say of it, in their order: configurations and environments are merged
 * property by property, of all else the last counts. Another kind begins anew.
 */
export function mergeService(
  id: string,
  all: readonly ServicePart[],
  locate: (pointer: string) => SourceSpan | undefined,
  diagnostics: Diagnostic[],
): ServiceDefinition | undefined {
  const kinds = all.map(
    ({ entry }) => entry.kind ?? (entry.module === undefined ? undefined : 'class'),
  );
  const kind = kinds.findLast((each) => each !== undefined) ?? 'class';
  const other = kinds.findLastIndex((each) => each !== undefined && each !== kind);
  const parts = all.slice(other + 1);
  const refuse = (pointer: string, problem: string) => {
    const params = { pointer: `/services/${id}${pointer}`, problem };
    diagnostics.push(configDiagnostics.create('invalid-services', params, locate(pointer)));
    return undefined;
  };
  const names: readonly string[] = ['kind', ...properties[kind]];
  const strange = parts.flatMap(({ entry }) => Object.keys(entry)).find((n) => !names.includes(n));
  if (strange !== undefined) return refuse(`/${strange}`, `means nothing for a ${kind}`);
  const part = (name: keyof ServiceEntry) =>
    parts.findLast(({ entry }) => entry[name] !== undefined);
  const last = <Name extends keyof ServiceEntry>(name: Name) => part(name)?.entry[name];
  const folderOf = (name: keyof ServiceEntry) =>
    dirname(resolve(part(name)?.path ?? parts.at(-1)?.path ?? ''));
  if (kind === 'class') {
    const [module, named] = [last('module'), last('class')];
    if (module === undefined || named === undefined) {
      return refuse('', `needs "${module === undefined ? 'module' : 'class'}"`);
    }
    const prefix = `/services/${id}/config`;
    const filled = parts.flatMap((each) => [...each.filled].filter((at) => at.startsWith(prefix)));
    return {
      kind,
      id,
      locate,
      module,
      class: named,
      folder: folderOf('module'),
      config: merged(parts.map(({ entry }) => entry.config ?? {})),
      filled: new Set(filled.map((pointer) => pointer.slice(prefix.length))),
    };
  }
  const health = last('health') ?? READY;
  if (kind === 'remote') {
    const url = baseUrl(last('url') ?? '');
    if (url === undefined) return refuse('/url', 'must be the http or https address of a service');
    return { kind, id, locate, url, health };
  }
  const [command, directory] = [last('command'), last('directory')];
  if (command === undefined && directory === undefined) {
    return refuse('', 'needs "command", or the "directory" of a forged service');
  }
  const port = Number(last('port') ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse('/port', 'must be a port, or 0 for any that is free');
  }
  return {
    kind,
    id,
    locate,
    // A path counts from the file that says it; a bare name is looked for on the PATH.
    command: command?.includes('/') ? resolve(folderOf('command'), command) : command,
    args: last('args') ?? [],
    directory: resolve(
      folderOf(directory === undefined ? 'command' : 'directory'),
      directory ?? '.',
    ),
    env: merged(parts.map(({ entry }) => entry.env ?? {})) as Readonly<Record<string, string>>,
    port,
    health,
  };
}

/** Without query, credentials or a slash at its end; undefined when it is no address. */
function baseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, username } = new URL(text);
  if (!/^https?:$/.test(protocol) || search !== '' || username !== '') return undefined;
  return origin + pathname.replace(/\/$/, '');
}

type Values = Readonly<Record<string, unknown>>;

const merged = (parts: readonly Values[]): Record<string, unknown> =>
  parts.reduce((base: Record<string, unknown>, over) => {
    const all = new Map(Object.entries(base));
    for (const [name, value] of Object.entries(over)) {
      const old = all.get(name);
      all.set(name, isRecord(old) && isRecord(value) ? merged([old, value]) : value);
    }
    return Object.fromEntries(all);
  }, {});

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
