import { componentsOf, isRecord, lookUp, partsOf, pointerPath } from '#blueprint';
import type { PartKind } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import { isParsed } from './parse-text.ts';
import type { ParsedText } from './parse-text.ts';
import { SourceFiles } from './source-files.ts';
import type { ReadBeside } from './source-files.ts';

type Json = Readonly<Record<string, unknown>>;

/** A description in one piece: every reference stays within it. */
export interface Bundle {
  readonly document: Json;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longer chains of references to references are taken for circles. */
const LONGEST_CHAIN = 32;

/**
 * Puts what a document refers to in other files into its own components, under names that are free. A document
 * of one file stays as it is. References that lead to nothing, or out of the folder, are diagnostics.
 */
export function bundle(name: string, root: ParsedText, beside: ReadBeside): Bundle {
  const bundler = new Bundler(name, root, beside);
  const document = bundler.run();
  return { document, diagnostics: [...root.notes, ...bundler.notes, ...bundler.diagnostics] };
}

/** A part of a file. */
interface Target {
  readonly file: string;
  readonly pointer: string;
}

class Bundler {
  readonly diagnostics: Diagnostic[] = [];
  readonly #name: string;
  readonly #root: ParsedText;
  readonly #files: SourceFiles;
  /** By file and pointer: where it stands in the bundle. */
  readonly #moved = new Map<string, string>();
  readonly #components: Record<string, Record<string, unknown>> = {};
  readonly #waiting: { kind: PartKind; target: Target; put: (value: unknown) => void }[] = [];
  /** What is referred to in the document itself: it may stand where no part is looked for. */
  readonly #referred: { readonly kind: PartKind; readonly pointer: string }[] = [];
  readonly #seen = new Set<unknown>();
  readonly #told = new Set<string>();

  constructor(name: string, root: ParsedText, beside: ReadBeside) {
    this.#name = name;
    this.#root = root;
    this.#files = new SourceFiles(beside);
  }

  /** What is odd about the other files. */
  get notes(): readonly Diagnostic[] {
    return this.#files.notes;
  }

  run(): Json {
    const given = this.#root.value as Json;
    let document = this.#copy('document', given, this.#name, []) as Json;
    for (let next = this.#referred.shift(); next; next = this.#referred.shift()) {
      const path = pointerPath(next.pointer);
      const value = lookUp(given, next.pointer);
      if (this.#seen.has(value)) continue;
      const copy = this.#copy(next.kind, value, this.#name, path);
      if (copy !== value) document = withChanged(document, path, copy) as Json;
    }
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { kind, target, put } = next;
      put(this.#copy(kind, this.#valueOf(target), target.file, target.pointer.split('/').slice(1)));
    }
    if (Object.keys(this.#components).length === 0) return document;
    const components: Record<string, unknown> = {
      ...(isRecord(document['components']) ? document['components'] : {}),
    };
    for (const [section, added] of Object.entries(this.#components)) {
      const own = components[section];
      components[section] = { ...(isRecord(own) ? own : {}), ...added };
    }
    return { ...document, components };
  }

  /** The part with its references rewritten; the same object where there was nothing to rewrite. */
  #copy(kind: PartKind, value: unknown, file: string, at: readonly string[], inlined = 0): unknown {
    if (!isRecord(value)) return value;
    if (file === this.#name) this.#seen.add(value);
    if (typeof value['$ref'] !== 'string') return this.#copyParts(kind, value, file, at, inlined);
    // From 3.1 on a schema may say more beside a reference.
    const whole = kind === 'schema' ? this.#copyParts(kind, value, file, at, inlined) : value;
    return this.#reference(kind, whole as Json, value['$ref'], file, at, inlined);
  }

  #copyParts(
    kind: PartKind,
    value: Json,
    file: string,
    at: readonly string[],
    inlined: number,
  ): unknown {
    let copy: unknown = kind === 'schema' ? this.#mapping(value, file, at) : value;
    for (const part of partsOf(kind, value)) {
      const path = [...at, ...part.path];
      const next = this.#copy(part.kind, part.value, file, path, inlined);
      if (next !== part.value) copy = withChanged(copy, part.path, next);
    }
    return copy;
  }

  #reference(
    kind: PartKind,
    value: Json,
    reference: string,
    file: string,
    at: readonly string[],
    inlined: number,
  ): unknown {
    const target = this.#target(reference, file, at);
    if (!target || !this.#exists(target, reference, file, at)) return value;
    if (target.file === this.#name) {
      this.#referred.push({ kind, pointer: target.pointer });
      return file === this.#name ? value : { ...value, $ref: `#${target.pointer}` };
    }
    if (componentsOf(kind) === undefined || kind === 'pathItem') {
      if (inlined < LONGEST_CHAIN) {
        const { $ref: _, ...siblings } = value;
        const path = target.pointer.split('/').slice(1);
        const found = this.#copy(kind, this.#valueOf(target), target.file, path, inlined + 1);
        return isRecord(found) ? { ...found, ...siblings } : found;
      }
      this.#tell(openapiDiagnostics.create('circular-reference', { reference }), file, at);
      return value;
    }
    return { ...value, $ref: this.#move(kind, target) };
  }

  /** Values of `mapping` are names of schemas or references to them. */
  #mapping(value: Json, file: string, at: readonly string[]): unknown {
    const { discriminator } = value;
    if (!isRecord(discriminator) || !isRecord(discriminator['mapping'])) return value;
    const mapping = Object.entries(discriminator['mapping']).map(([name, reference]) => {
      if (typeof reference !== 'string' || !/[#/]|\.(?:ya?ml|json)$/i.test(reference))
        return [name, reference];
      const target = this.#target(reference, file, at);
      if (!target || !this.#exists(target, reference, file, at)) return [name, reference];
      const moved =
        target.file === this.#name ? `#${target.pointer}` : this.#move('schema', target);
      return [name, moved];
    });
    if (file === this.#name && mapping.every(([, to]) => String(to).startsWith('#'))) return value;
    return { ...value, discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } };
  }

  #target(reference: string, file: string, at: readonly string[]): Target | undefined {
    const hash = reference.indexOf('#');
    const path = hash === -1 ? reference : reference.slice(0, hash);
    const pointer = hash === -1 ? '' : reference.slice(hash + 1);
    if (path === '') return { file, pointer };
    const resolved = this.#files.resolve(file, path);
    if ('path' in resolved) return { file: resolved.path, pointer };
    return this.#tell(resolved, file, at);
  }

  /** Follows references to references, so that a circle of nothing else is found. */
  #exists(target: Target, reference: string, file: string, at: readonly string[]): boolean {
    let current: Target = target;
    for (let step = 0; step < LONGEST_CHAIN; step += 1) {
      const read = this.#read(current.file, reference);
      if (!isParsed(read)) {
        this.#tell(read, file, at);
        return false;
      }
      const found = lookUp(read.value, current.pointer);
      const isAnchor = current.pointer !== '' && !current.pointer.startsWith('/');
      const isPart = isRecord(found) || typeof found === 'boolean';
      if (!isPart || isAnchor) {
        const reason = isAnchor ? 'anchors are not followed' : 'there is no such part';
        this.#tell(openapiDiagnostics.create('missing-reference', { reference, reason }), file, at);
        return false;
      }
      if (!isRecord(found) || typeof found['$ref'] !== 'string') return true;
      const next = this.#target(found['$ref'], current.file, at);
      if (!next) return false;
      current = next;
    }
    this.#tell(openapiDiagnostics.create('circular-reference', { reference }), file, at);
    return false;
  }

  /** Gives a part of another file a place among the components. */
  #move(kind: PartKind, target: Target): string {
    const section = componentsOf(kind) ?? 'schemas';
    const key = `${section} ${target.file}#${target.pointer}`;
    const known = this.#moved.get(key);
    if (known !== undefined) return known;
    const rootComponents = (this.#root.value as Json)['components'];
    const own = isRecord(rootComponents) ? rootComponents[section] : undefined;
    const added = (this.#components[section] ??= {});
    const wanted = nameOf(target);
    let name = wanted;
    for (let number = 2; isTaken(own, name) || isTaken(added, name); number += 1)
      name = `${wanted}${number}`;
    // Taken from now on: what refers to itself finds its place.
    added[name] = {};
    const place = `#/components/${section}/${name}`;
    this.#moved.set(key, place);
    this.#waiting.push({ kind, target, put: (value) => (added[name] = value) });
    return place;
  }

  #valueOf({ file, pointer }: Target): unknown {
    const read = this.#read(file, file);
    return isParsed(read) ? lookUp(read.value, pointer) : undefined;
  }

  #read(file: string, reference: string): ParsedText | Diagnostic {
    return file === this.#name ? this.#root : this.#files.read(file, reference);
  }

  #tell(diagnostic: Diagnostic, file: string, at: readonly string[]): undefined {
    const key = `${diagnostic.code} ${diagnostic.message}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const read = this.#read(file, file);
    const source = diagnostic.source ?? (isParsed(read) ? read.places.at(at) : undefined);
    this.diagnostics.push({ ...diagnostic, ...(source && { source }) });
  }
}

/** The last word of a reference, as names of components may be written. */
function nameOf({ file, pointer }: Target): string {
  const last = pointer === '' ? file.replace(/\.[^./]*$/, '') : pointer;
  const word = last.split('/').at(-1) ?? '';
  return word.replace(/[^a-zA-Z0-9._-]+/g, '_').slice(0, 80) || 'part';
}

function isTaken(names: unknown, name: string): boolean {
  return isRecord(names) && Object.hasOwn(names, name);
}

function withChanged(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const list = value as unknown[];
    return list.map((item, index) => (String(index) === key ? withChanged(item, rest, to) : item));
  }
  const record = value as Json;
  return { ...record, [key]: withChanged(record[key], rest, to) };
}
