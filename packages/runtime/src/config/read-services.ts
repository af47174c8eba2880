import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic, SourceSpan } from './diagnostic.ts';
import { type JsonDocument, type Range, readJson } from './json-document.ts';
import { servicesSchema } from './services-schema.ts';
import { spanOf } from './span-of.ts';
import { substitute } from './substitute.ts';

/** One service as the files describe it, merged. */
export interface ServiceDefinition {
  readonly id: string;
  readonly module: string;
  /** Folder of the file that names the module. */
  readonly folder: string;
  readonly class: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** Pointers into `config` whose text came from the environment. */
  readonly filled: ReadonlySet<string>;
  /** The place of a part of it, such as `/class` or `/config/port`; of the nearest part around it. */
  readonly locate: (pointer: string) => SourceSpan | undefined;
}

interface ServiceFile {
  readonly path: string;
  readonly text: string;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly filled: ReadonlySet<string>;
  readonly services: Readonly<Record<string, Partial<ServiceDefinition> | null>>;
}

const LARGEST = 1_000_000;

/**
 * Reads services.json files; later ones win: module and class are replaced, configurations merged property by
 * property, null takes a service out. `value` is undefined when there is any error.
 */
export function readServices(
  paths: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): { value: readonly ServiceDefinition[] | undefined; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files = paths.flatMap((path) => readFile(path, environment, diagnostics) ?? []);
  const ids = new Set(files.flatMap(({ services }) => Object.keys(services)));
  const value = [...ids].sort().flatMap((id) => merge(id, files, diagnostics) ?? []);
  return { value: diagnostics.length === 0 ? value : undefined, diagnostics };
}

function readFile(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostic[],
): ServiceFile | undefined {
  let text: string;
  try {
    if (statSync(path).size > LARGEST) throw new Error('it has more than 1 MB');
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.push(configDiagnostics.create('unreadable-file', { file: path, reason }));
    return undefined;
  }
  const document = readJson(text);
  const before = diagnostics.length;
  reportSyntax(document, path, text, diagnostics);
  if (document.value === undefined) return undefined;
  const { value, filled, unset } = substitute(document.value, environment);
  const place = (pointer: string) => spanOf(path, text, nearest(document.ranges, pointer));
  for (const { pointer, name } of unset) {
    diagnostics.push(configDiagnostics.create('unset-variable', { name }, place(pointer)));
  }
  for (const issue of new SchemaCompiler().compile(servicesSchema)(value) ?? []) {
    const params = { pointer: issue.pointer || 'The document', problem: issue.message };
    diagnostics.push(configDiagnostics.create('invalid-services', params, place(issue.pointer)));
  }
  if (diagnostics.length > before) return undefined;
  const { services } = value as Pick<ServiceFile, 'services'>;
  return { path, text, ranges: document.ranges, filled, services };
}

function reportSyntax(
  { problems }: JsonDocument,
  path: string,
  text: string,
  diagnostics: Diagnostic[],
): void {
  for (const problem of problems) {
    const place = spanOf(path, text, problem);
    diagnostics.push(
      problem.kind === 'syntax'
        ? configDiagnostics.create('invalid-json', { problem: problem.text }, place)
        : configDiagnostics.create('duplicate-key', { key: problem.text }, place),
    );
  }
}

function merge(
  id: string,
  files: readonly ServiceFile[],
  diagnostics: Diagnostic[],
): ServiceDefinition | undefined {
  // What comes before a null counts no more.
  const last = files.findLastIndex(({ services }) => services[id] === null);
  const parts = files.slice(last + 1).filter(({ services }) => services[id] !== undefined);
  if (parts.length === 0) return undefined;
  const locate = (pointer: string) => {
    for (let at = `/services/${id}${pointer}`; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const file = parts.findLast(({ ranges }) => ranges.has(at));
      if (file !== undefined) return spanOf(file.path, file.text, nearest(file.ranges, at));
      if (at === '') return undefined;
    }
  };
  const by = (name: 'module' | 'class') => parts.findLast(({ services }) => services[id]?.[name]);
  const module = by('module');
  const named = by('class');
  if (module === undefined || named === undefined) {
    const problem = `needs "${module === undefined ? 'module' : 'class'}"`;
    const params = { pointer: `/services/${id}`, problem };
    diagnostics.push(configDiagnostics.create('invalid-services', params, locate('')));
    return undefined;
  }
  const prefix = `/services/${id}/config`;
  const filled = parts.flatMap((part) =>
    [...part.filled].filter((each) => each.startsWith(prefix)),
  );
  return {
    id,
    module: module.services[id]?.module ?? '',
    folder: dirname(resolve(module.path)),
    class: named.services[id]?.class ?? '',
    config: parts.reduce(
      (all: Record<string, unknown>, { services }) => mergeConfig(all, services[id]?.config ?? {}),
      {},
    ),
    filled: new Set(filled.map((pointer) => pointer.slice(prefix.length))),
    locate,
  };
}

function mergeConfig(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(over)) {
    const old = merged.get(name);
    merged.set(name, isRecord(old) && isRecord(value) ? mergeConfig(old, value) : value);
  }
  return Object.fromEntries(merged);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function nearest(ranges: ReadonlyMap<string, Range>, pointer: string): Range {
  const found = ranges.get(pointer);
  if (found !== undefined || pointer === '') return found ?? { start: 0, end: 1 };
  return nearest(ranges, pointer.slice(0, pointer.lastIndexOf('/')));
}
