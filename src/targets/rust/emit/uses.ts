/** What a Rust file uses: printed as rustfmt sorts it. */
export class Uses {
  readonly #names = new Map<string, Set<string>>();

  /** `use path::Name;`; gives the name. */
  use(path: string, name: string): string {
    const names = this.#names.get(path) ?? new Set();
    this.#names.set(path, names.add(name));
    return name;
  }

  /** The statements: crates first, then what is ours. */
  print(): string {
    const isOwn = (path: string) => /^(?:crate|super)\b/.test(path);
    const statements = [...this.#names].map(([path, names]) => {
      const sorted = [...names].toSorted((a, b) => compare(keyOf(a), keyOf(b)));
      // A list of names comes after single names.
      const last = sorted.length === 1 ? (sorted[0] ?? '') : '{';
      return {
        path,
        key: [...path.split('::').map(keyOf), last].join('\0'),
        text: statement(path, sorted),
      };
    });
    const groups = [false, true].map((own) =>
      statements
        .filter(({ path }) => isOwn(path) === own)
        .toSorted((a, b) => compare(a.key, b.key))
        .map(({ text }) => text)
        .join(''),
    );
    return groups.filter((group) => group !== '').join('\n');
  }
}

function statement(path: string, names: readonly string[]): string {
  const [only, ...others] = names;
  if (others.length === 0) return `use ${path}::${only};\n`;
  const flat = `use ${path}::{${names.join(', ')}};`;
  if (flat.length < 99) return `${flat}\n`;
  return `use ${path}::{\n${lines(names)}};\n`;
}

function lines(names: readonly string[]): string {
  const all: string[] = [];
  let line = '';
  for (const name of names) {
    const longer = line === '' ? `    ${name},` : `${line} ${name},`;
    if (line !== '' && longer.length >= 100) {
      all.push(line);
      line = `    ${name},`;
    } else line = longer;
  }
  return [...all, line].map((text) => `${text}\n`).join('');
}

/** `self` and `super` come first. */
const keyOf = (name: string) => ({ self: ' ', super: ' s', crate: ' t' })[name] ?? name;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
