/** A value in which environment variables are filled in. */
export interface Substituted {
  readonly value: unknown;
  /** JSON pointers of the texts that held a variable. */
  readonly filled: ReadonlySet<string>;
  /** Variables that are not set and have no default, with the pointer of the text. */
  readonly unset: readonly { readonly pointer: string; readonly name: string }[];
}

/** Fills in `${NAME}` and `${NAME:-default}` in every text of a value; `$$` is a dollar sign. Names of properties stay. */
export function substitute(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): Substituted {
  const filled = new Set<string>();
  const unset: { pointer: string; name: string }[] = [];
  const fill = (text: string, pointer: string) =>
    text.replace(
      /\$(?:\$|\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\})/g,
      (whole: string, name: string | undefined, fallback: string | undefined) => {
        if (name === undefined) return whole === '$$' ? '$' : whole;
        filled.add(pointer);
        const found = environment[name] ?? fallback;
        if (found === undefined) unset.push({ pointer, name });
        return found ?? '';
      },
    );
  const walk = (part: unknown, pointer: string): unknown => {
    if (typeof part === 'string') return fill(part, pointer);
    if (Array.isArray(part)) return part.map((item, index) => walk(item, `${pointer}/${index}`));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, item]) => [
        name,
        walk(item, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ]),
    );
  };
  return { value: walk(value, ''), filled, unset };
}
