import { literal } from './code.ts';

/** Collects what a file uses of other modules, and prints it as import declarations. */
export class Imports {
  readonly #values = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();

  /** Notes that `name` of `module` is used; gives the name. */
  value(module: string, name: string): string {
    return note(this.#values, module, name);
  }

  type(module: string, name: string): string {
    return note(this.#types, module, name);
  }

  /** Packages before files, each in code-unit order; values before types. */
  print(): string {
    const modules = new Set([...this.#values.keys(), ...this.#types.keys()]);
    const lines = [...modules]
      .toSorted(byKind)
      .flatMap((module) => [
        declaration('import', this.#values.get(module), module),
        declaration('import type', this.#types.get(module), module),
      ]);
    return lines.join('');
  }
}

function byKind(left: string, right: string): number {
  const kinds = Number(left.startsWith('.')) - Number(right.startsWith('.'));
  return kinds || (left < right ? -1 : 1);
}

function note(names: Map<string, Set<string>>, module: string, name: string): string {
  const known = names.get(module) ?? new Set();
  names.set(module, known.add(name));
  return name;
}

function declaration(
  keyword: string,
  names: ReadonlySet<string> | undefined,
  module: string,
): string {
  if (!names) return '';
  const sorted = [...names].toSorted();
  const from = `from ${literal(module)};\n`;
  const line = `${keyword} { ${sorted.join(', ')} } ${from}`;
  // The formatter never breaks a single name.
  if (line.length <= 101 || sorted.length === 1) return line;
  return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join('')}} ${from}`;
}
