import type { Result } from '#diagnostics';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import type { RuleExpression } from './expression.ts';
import { arity } from './function-names.ts';
import { shapes } from './shapes.ts';
import type { PropertyShape } from './shapes.ts';

/** Levels and nodes of one expression; more is an attack or a mistake. */
const MAX_DEPTH = 100;
const MAX_NODES = 20_000;
const MAX_TEXT = 50_000;

/**
 * Reads an expression of the rule language from JSON data of any shape. Nothing but own properties is
 * looked at, and nothing that the grammar does not name is let through. Error: `rules/malformed`.
 */
export function readExpression(json: unknown): Result<RuleExpression> {
  const reader = new ExpressionReader();
  try {
    reader.expression(json, '', 0);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const diagnostics = [rulesDiagnostics.create('malformed', error.params)];
    return { value: undefined, diagnostics };
  }
  return { value: json as RuleExpression, diagnostics: [] };
}

class Malformed extends Error {
  readonly params: { readonly path: string; readonly problem: string };

  constructor(path: string, problem: string) {
    super(problem);
    this.params = { path: path || '/', problem };
  }
}

class ExpressionReader {
  #nodes = 0;

  expression(json: unknown, path: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new Malformed(path, `is nested deeper than ${MAX_DEPTH} levels`);
    if ((this.#nodes += 1) > MAX_NODES) throw new Malformed(path, `has over ${MAX_NODES} nodes`);
    const node = objectAt(json, path);
    const kind = Object.hasOwn(node, 'kind') ? node['kind'] : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind)) {
      throw new Malformed(`${path}/kind`, 'is no kind of expression');
    }
    const shape: Readonly<Record<string, PropertyShape>> = shapes[kind as keyof typeof shapes];
    this.#properties(node, { kind: () => true, ...shape }, path, depth);
    if (kind === 'call') checkArity(node as unknown as CallNode, path);
  }

  #properties(
    node: Readonly<Record<string, unknown>>,
    shape: Readonly<Record<string, PropertyShape>>,
    path: string,
    depth: number,
  ): void {
    for (const name of Object.keys(node)) {
      if (!Object.hasOwn(shape, name) && !Object.hasOwn(shape, `${name}?`)) {
        throw new Malformed(`${path}/${name}`, 'is not known here');
      }
    }
    for (const [key, form] of Object.entries(shape)) {
      const name = key.replace(/\?$/, '');
      const at = `${path}/${name}`;
      if (Object.hasOwn(node, name)) this.#property(node[name], form, at, depth);
      else if (name === key) throw new Malformed(at, 'is missing');
    }
  }

  #property(value: unknown, form: PropertyShape, path: string, depth: number): void {
    switch (form) {
      case 'expression':
        this.expression(value, path, depth + 1);
        return;
      case 'expressions':
        for (const [index, item] of listAt(value, path)) {
          this.expression(item, `${path}/${index}`, depth + 1);
        }
        return;
      case 'literals':
        for (const [index, item] of listAt(value, path)) {
          if (objectAt(item, `${path}/${index}`)['kind'] !== 'literal') {
            throw new Malformed(`${path}/${index}`, 'is no constant');
          }
          this.expression(item, `${path}/${index}`, depth + 1);
        }
        return;
      case 'loops':
      case 'entries': {
        const shape: Readonly<Record<string, PropertyShape>> =
          form === 'loops'
            ? { variable: 'name', list: 'expression' }
            : { name: 'name', value: 'expression' };
        for (const [index, item] of listAt(value, path)) {
          const at = `${path}/${index}`;
          this.#properties(objectAt(item, at), shape, at, depth);
        }
        return;
      }
      case 'name':
        if (typeof value !== 'string' || value === '' || value.length > 200) {
          throw new Malformed(path, 'is no name');
        }
        return;
      case 'text':
        if (typeof value !== 'string' || value.length > MAX_TEXT)
          throw new Malformed(path, 'is no text');
        return;
      case 'boolean':
        if (typeof value !== 'boolean') throw new Malformed(path, 'is neither true nor false');
        return;
      default:
        if (!form(value)) throw new Malformed(path, 'is not one of those that are allowed');
    }
  }
}

interface CallNode {
  readonly function: Parameters<typeof arity>[0];
  readonly arguments: readonly unknown[];
}

function checkArity(call: CallNode, path: string): void {
  const [fewest, most] = arity(call.function);
  const given = call.arguments.length;
  if (given < fewest || given > most) {
    throw new Malformed(`${path}/arguments`, `has ${given} items for '${call.function}'`);
  }
}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  throw new Malformed(path, 'is no object');
}

function listAt(value: unknown, path: string): IterableIterator<[number, unknown]> {
  if (Array.isArray(value)) return (value as unknown[]).entries();
  throw new Malformed(path, 'is no list');
}
