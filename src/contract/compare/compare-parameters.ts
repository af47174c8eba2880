import type { Comparison, Place } from './comparison.ts';
import { compareSchemas } from './compare-schema.ts';
import type { DocumentReader, Located } from './document-reader.ts';
import { listOf, objectOf, own, same, shown, textOf } from './json.ts';

/** The two sides of one operation, with the path items that hold them. */
export interface OperationPair {
  readonly comparison: Comparison;
  /** As in `GET /api/orders/{id}`. */
  readonly operation: string;
  readonly old: OperationSide;
  readonly next: OperationSide;
}

export interface OperationSide {
  readonly reader: DocumentReader;
  readonly item: Located;
  readonly operation: Located;
  /** The path template. */
  readonly path: string;
}

/** Compares the parameters of two operations, those of their paths included. */
export function compareParameters({ comparison, operation, old, next }: OperationPair): void {
  const before = parametersOf(old);
  const after = parametersOf(next);
  for (const [key, parameter] of before) {
    const now = after.get(key);
    if (now) compareParameter(comparison, operation, parameter, now);
    else {
      comparison.breaking(
        'parameter-removed',
        { pointer: parameter.pointer, operation },
        `${nameOf(parameter)} is gone: those who send it can be refused, or get something else.`,
      );
    }
  }
  for (const [key, parameter] of after) {
    if (before.has(key)) continue;
    const place: Place = { pointer: parameter.pointer, operation };
    if (isRequired(parameter))
      comparison.breaking(
        'required-parameter-added',
        place,
        `${nameOf(parameter)} is new and must be given: those who send requests without it are refused.`,
      );
    else
      comparison.compatible(
        'parameter-added',
        place,
        `${nameOf(parameter)} is new and may be left out.`,
      );
  }
}

function compareParameter(
  comparison: Comparison,
  operation: string,
  old: Located,
  next: Located,
): void {
  const place: Place = { pointer: next.pointer, operation };
  if (!comparison.enter(old.node, next.node, 'request')) return;
  if (isRequired(old) !== isRequired(next)) {
    const required = isRequired(next);
    comparison.effect(
      'parameter-required',
      place,
      `${nameOf(next)} ${required ? 'must be given' : 'may be left out'} now`,
      required ? 'tightened' : 'loosened',
      'request',
    );
  }
  for (const keyword of ['style', 'explode', 'allowReserved'] as const) {
    const from = written(old, keyword);
    const to = written(next, keyword);
    if (same(from, to)) continue;
    comparison.breaking(
      `parameter-${keyword === 'allowReserved' ? 'encoding' : keyword}`,
      place,
      `${nameOf(next)} is written differently (${keyword} went from ${shown(from)} to ${shown(to)}): those who send it the old way are misunderstood.`,
      'both',
    );
  }
  const schemas = [schemaOf(comparison.old, old), schemaOf(comparison.next, next)] as const;
  compareSchemas({ comparison, direction: 'request', operation, depth: 0 }, ...schemas);
}

/** By place and name; path parameters by their position, so that they may be renamed. */
function parametersOf({ reader, item, operation, path }: OperationSide): Map<string, Located> {
  const positions = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
  const found = new Map<string, Located>();
  for (const { node, pointer } of [item, operation]) {
    for (const [index, value] of listOf(own(node, 'parameters')).entries()) {
      const parameter = reader.at(value, `${pointer}/parameters/${index}`);
      const name = textOf(own(parameter.node, 'name')) ?? '';
      const place = textOf(own(parameter.node, 'in')) ?? '';
      if (place === 'header' && /^(accept|content-type|authorization)$/i.test(name)) continue;
      const key =
        place === 'path' ? positions.indexOf(name) : place === 'header' ? name.toLowerCase() : name;
      found.set(`${place} ${key}`, parameter);
    }
  }
  return found;
}

function schemaOf(reader: DocumentReader, parameter: Located): Located {
  const [type] = Object.keys(objectOf(own(parameter.node, 'content')));
  if (type === undefined) return reader.child(parameter, 'schema');
  return reader.child(reader.child(reader.child(parameter, 'content'), type), 'schema');
}

/** What is not said has a default that depends on where the parameter stands. */
function written({ node }: Located, keyword: 'style' | 'explode' | 'allowReserved'): unknown {
  const place = own(node, 'in');
  const style = own(node, 'style') ?? (place === 'query' || place === 'cookie' ? 'form' : 'simple');
  if (keyword === 'style') return style;
  return own(node, keyword) ?? (keyword === 'explode' && style === 'form');
}

function isRequired({ node }: Located): boolean {
  return own(node, 'required') === true || own(node, 'in') === 'path';
}

function nameOf({ node }: Located): string {
  const place = textOf(own(node, 'in')) ?? '';
  const words = place === 'header' || place === 'cookie' ? place : `${place} parameter`;
  const name = `${words} '${textOf(own(node, 'name')) ?? ''}'`;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
