import { naturalOrder } from './natural-order.ts';

/** What a Python file imports: printed as isort sorts it. */
export class Imports {
  readonly #names = new Map<string, Set<string>>();
  readonly #modules = new Set<string>();

  /** `from module import name`; gives the name. */
  use(module: string, name: string): string {
    const names = this.#names.get(module) ?? new Set();
    this.#names.set(module, names.add(name));
    return name;
  }

  /** `import sqlalchemy as sa` */
  module(statement: string): void {
    this.#modules.add(statement);
  }

  /** The statements, with an empty line between the groups and two after them. */
  print(): string {
    const statements = [
      ...[...this.#modules].map((module) => ({ module, text: `import ${module}` })),
      ...[...this.#names].map(([module, names]) => ({ module, text: from(module, names) })),
    ];
    const groups = [isStandard, isThird, isOwn].map((belongs) =>
      statements
        .filter(({ module }) => belongs(module))
        .toSorted(
          (a, b) =>
            Number(a.text.startsWith('from')) - Number(b.text.startsWith('from')) ||
            naturalOrder(a.module, b.module),
        )
        .map(({ text }) => `${text}\n`)
        .join(''),
    );
    return groups.filter((group) => group !== '').join('\n');
  }
}

/** Constants come first, then classes, then the rest, as isort has it. */
function from(module: string, names: ReadonlySet<string>): string {
  const rank = (name: string) => (/^[A-Z0-9_]{2,}$/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  const sorted = [...names].toSorted((a, b) => rank(a) - rank(b) || naturalOrder(a, b));
  const line = `from ${module} import ${sorted.join(', ')}`;
  if (line.length <= 100) return line;
  return `from ${module} import (\n${sorted.map((name) => `    ${name},\n`).join('')})`;
}

const STANDARD = new Set([
  'collections.abc',
  'functools',
  're',
  'typing',
  'datetime',
  'decimal',
  'uuid',
]);
const isStandard = (module: string) => STANDARD.has(module.split(' ')[0] ?? '');
const isOwn = (module: string) => module.startsWith('app');
const isThird = (module: string) => !isStandard(module) && !isOwn(module);
