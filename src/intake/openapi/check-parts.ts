import { apiMethods, isRecord, partsOf, patternProblem } from '#blueprint';
import type { PartKind } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { endlessSchema } from './endless-schemas.ts';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import type { Places } from './places.ts';

type Report = (diagnostic: Diagnostic, path: readonly string[]) => void;

const MOST_TOLD = 100;

/**
 * What of a document can't be what it stands for, whatever else it says. Without errors every part has the
 * form that OpenAPI gives it, as far as a service depends on it.
 */
export function checkParts(
  document: Readonly<Record<string, unknown>>,
  places: Places,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic, path) => {
    if (diagnostics.length < MOST_TOLD)
      diagnostics.push({ ...diagnostic, source: places.at(path) });
  };
  checkNames(document, [], report);
  checkPart('document', document, [], report);
  const endless = endlessSchema(document);
  if (endless) {
    const pointer = pointerOf(endless);
    report(openapiDiagnostics.create('endless-schema', { pointer }), endless);
  }
  return diagnostics;
}

function checkPart(kind: PartKind, value: unknown, path: readonly string[], report: Report): void {
  const wrong = (problem: string, ...below: readonly string[]) => {
    const at = [...path, ...below];
    report(openapiDiagnostics.create('malformed', { pointer: pointerOf(at), problem }), at);
  };
  if (kind === 'schema' && typeof value === 'boolean') return;
  if (kind === 'schema' && typeof value === 'string') {
    const told = { pointer: pointerOf(path), schema: JSON.stringify(value.slice(0, 40)) };
    return report(openapiDiagnostics.create('unknown-schema', told), path);
  }
  if (!isRecord(value)) return wrong(`${nounOf(kind)} is an object`);
  if (typeof value['$ref'] === 'string') return;
  const problem = ownProblem[kind]?.(value);
  if (problem) wrong(problem);
  for (const [key, held] of Object.entries(value)) {
    if (isHolder(kind, key) && held !== null && typeof held !== 'object') {
      wrong(`'${key}' is ${typeof held}`, key);
    }
  }
  if (kind === 'schema') {
    checkPatterns(value, path, report);
    const { type } = value;
    const isKnown = [type].flat().every((name) => typeof name === 'string' && TYPES.has(name));
    if (type !== undefined && !isKnown) {
      const shown = JSON.stringify(type).slice(0, 40);
      report(openapiDiagnostics.create('unknown-type', { type: shown }), [...path, 'type']);
    }
  }
  for (const part of partsOf(kind, value)) {
    checkPart(part.kind, part.value, [...path, ...part.path], report);
  }
}

/** What a service relies on, by kind. */
const ownProblem: Partial<
  Record<PartKind, (value: Readonly<Record<string, unknown>>) => string | undefined>
> = {
  parameter: ({ name, in: place }) =>
    typeof name !== 'string' || name === ''
      ? 'a parameter has a name'
      : ['path', 'query', 'header', 'cookie'].includes(String(place))
        ? undefined
        : "a parameter is in 'path', 'query', 'header' or 'cookie'",
  schema: ({ required, enum: values }) =>
    required !== undefined && !Array.isArray(required) && typeof required !== 'boolean'
      ? "'required' is a list of names"
      : values !== undefined && !Array.isArray(values)
        ? "'enum' is a list"
        : undefined,
};

const TYPES = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object', 'null']);

const HOLDERS: Readonly<Partial<Record<PartKind, readonly string[]>>> = {
  document: ['paths', 'components', 'webhooks'],
  pathItem: ['parameters', ...apiMethods],
  operation: ['parameters', 'requestBody', 'responses'],
  requestBody: ['content'],
  response: ['content', 'headers'],
  schema: ['properties', 'allOf', 'anyOf', 'oneOf'],
};

function isHolder(kind: PartKind, key: string): boolean {
  return HOLDERS[kind]?.includes(key) ?? false;
}

/** Patterns that can't be decided quickly would let one request keep the service busy. */
function checkPatterns(
  { pattern, maxLength, patternProperties }: Readonly<Record<string, unknown>>,
  path: readonly string[],
  report: Report,
): void {
  const check = (text: string, longest: unknown, ...below: readonly string[]) => {
    const problem = patternProblem(text, longest);
    if (problem === undefined) return;
    const shown = text.slice(0, 100);
    report(openapiDiagnostics.create('unusable-pattern', { pattern: shown, problem }), [
      ...path,
      ...below,
    ]);
  };
  if (typeof pattern === 'string') check(pattern, maxLength, 'pattern');
  if (!isRecord(patternProperties)) return;
  for (const name of Object.keys(patternProperties))
    check(name, undefined, 'patternProperties', name);
}

/** Own names that programs take for something else. */
function checkNames(value: unknown, path: readonly string[], report: Report): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const at = [...path, key];
    if (key === '__proto__')
      report(openapiDiagnostics.create('unsafe-name', { pointer: pointerOf(at) }), at);
    checkNames(item, at, report);
  }
}

const pointerOf = (path: readonly string[]) =>
  `/${path.map((part) => part.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

function nounOf(kind: PartKind): string {
  const words = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${/^[aeo]/.test(words) ? 'an' : 'a'} ${words}`;
}
