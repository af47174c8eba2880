import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SchemaCompiler } from '../schema/schema-compiler.ts';
import { configDiagnostics } from './config.diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type JsonDocument, type Range, readJson } from './json-document.ts';
import { mergeService, type ServiceEntry } from './merge-service.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { servicesSchema } from './services-schema.ts';
import { spanOf } from './span-of.ts';
import { substitute } from './substitute.ts';

interface ServiceFile {
  readonly path: string;
  readonly text: string;
  readonly ranges: ReadonlyMap<string, Range>;
  readonly filled: ReadonlySet<string>;
  readonly services: Readonly<Record<string, ServiceEntry | null>>;
}

/** Services that a program describes, not a file. */
export interface InlineServices {
  readonly services: Readonly<Record<string, ServiceEntry>>;
  /** Where its paths count from. */
  readonly folder: string;
}

const LARGEST = 1_000_000;

/**
 * Reads services.json files; later ones win, see `mergeService`; null takes a service out. `value` is
 * undefined when there is any error.
 */
export function readServices(
  paths: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  inline: InlineServices = { services: {}, folder: '.' },
): { value: readonly ServiceDefinition[] | undefined; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const files = [
    {
      path: join(inline.folder, 'inline'),
      text: '',
      ranges: new Map(),
      filled: new Set<string>(),
      services: inline.services,
    },
    ...paths.flatMap((path) => readFile(path, environment, diagnostics) ?? []),
  ];
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
  const said = parts.map(({ path, filled, services }) => ({
    path,
    filled,
    entry: services[id] ?? {},
  }));
  return mergeService(id, said, locate, diagnostics);
}

function nearest(ranges: ReadonlyMap<string, Range>, pointer: string): Range {
  const found = ranges.get(pointer);
  if (found !== undefined || pointer === '') return found ?? { start: 0, end: 1 };
  return nearest(ranges, pointer.slice(0, pointer.lastIndexOf('/')));
}
