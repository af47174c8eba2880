import type { Diagnostic } from '#diagnostics';
import { parseDocument } from 'yaml';
import { jsonDepth, jsonPlaces } from './json-places.ts';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import { Lines } from './places.ts';
import type { Places } from './places.ts';
import { repeatedInExamples } from './repeated-names.ts';
import { yamlPlaces } from './yaml-places.ts';

/** A file of an API description, read. */
export interface ParsedText {
  readonly value: unknown;
  readonly places: Places;
  /** What is odd about it, and no reason to refuse it. */
  readonly notes: readonly Diagnostic[];
}

/** Real descriptions are nested some thirty levels deep, examples included. */
export const DEEPEST = 80;
/** YAML takes some fifty times its size in memory, JSON five times. */
const LARGEST_YAML = 4 * 1024 * 1024;

/** Reads JSON or YAML; what is wrong with it is one diagnostic at its place. */
export function parseText(name: string, text: string): ParsedText | Diagnostic {
  return /^\s*[{[]/.test(text) ? parseJson(name, text) : parseYaml(name, text);
}

export function isParsed(read: ParsedText | Diagnostic): read is ParsedText {
  return 'places' in read;
}

function parseJson(name: string, text: string): ParsedText | Diagnostic {
  if (jsonDepth(text) > DEEPEST) return tooDeep();
  try {
    const value = JSON.parse(text) as unknown;
    return { value, places: lazily(() => jsonPlaces(name, text)), notes: [] };
  } catch (error) {
    // The flow style of YAML begins like JSON.
    const yaml = text.length > LARGEST_YAML ? undefined : parseYaml(name, text);
    if (yaml && isParsed(yaml)) return yaml;
    const problem = (error as Error).message.split('\n')[0] ?? '';
    const offset = Number(/position (\d+)/.exec(problem)?.[1] ?? 0);
    return openapiDiagnostics.create(
      'syntax',
      { document: name, problem },
      new Lines(name, text).span(offset),
    );
  }
}

function parseYaml(name: string, text: string): ParsedText | Diagnostic {
  if (text.length > LARGEST_YAML) {
    return openapiDiagnostics.create('too-large', { what: 'YAML', limit: '4 MB' });
  }
  if (flowDepth(text) > DEEPEST) return tooDeep();
  try {
    const document = parseDocument(text, { merge: true, logLevel: 'silent', prettyErrors: false });
    const lines = new Lines(name, text);
    const isTwice = document.errors.some(({ code }) => code === 'DUPLICATE_KEY');
    const repeated = isTwice ? repeatedInExamples(document) : [];
    const harmless = new Set(repeated.map(({ offset }) => offset));
    const error = document.errors.find(
      ({ code, pos }) => code !== 'DUPLICATE_KEY' || !harmless.has(pos[0]),
    );
    if (error) {
      const problem = error.message;
      return openapiDiagnostics.create(
        'syntax',
        { document: name, problem },
        lines.span(...error.pos),
      );
    }
    const notes = repeated.map(({ name: given, offset }) =>
      openapiDiagnostics.create('repeated-example', { name: given }, lines.span(offset)),
    );
    // At most 100 aliases are expanded: a bomb of references ends as an error.
    const value: unknown = document.toJS();
    if (isDeeper(value, DEEPEST)) return tooDeep();
    return { value, places: yamlPlaces(name, text, document), notes };
  } catch (error) {
    const problem =
      error instanceof RangeError ? 'it is nested too deeply' : (error as Error).message;
    return openapiDiagnostics.create('syntax', { document: name, problem });
  }
}

/** Brackets in words count too: an upper limit of how deep they can be nested. */
function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

const tooDeep = () =>
  openapiDiagnostics.create('too-large', { what: 'nesting', limit: `${DEEPEST} levels` });

/** Places are asked for by those who have something to say about them. */
function lazily(make: () => Places): Places {
  let made: Places | undefined;
  return { at: (path) => (made ??= make()).at(path) };
}
