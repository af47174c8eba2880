/** What a path leads to, by method. */
export type Match<Value> = ReadonlyMap<string, Found<Value>>;

/** What was added, and the parameters in the path. */
export interface Found<Value> {
  readonly value: Value;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Node<Value> {
  readonly literals: Map<string, Node<Value>>;
  /** Segments with parameters; those with more text around them first. */
  readonly templates: { readonly template: Template; readonly node: Node<Value> }[];
  /** By method; paths that end here may give their parameters different names. */
  readonly ends: Map<string, { readonly value: Value; readonly names: readonly string[] }>;
}

/** A segment such as `{name}.{format}`: texts around parameters, one more than those. */
interface Template {
  readonly key: string;
  readonly texts: readonly string[];
}

/** Finds operations by the path of a request. Text wins over parameters, wherever both fit. */
export class Router<Value> {
  readonly #root: Node<Value> = node();

  /** Adds a path as OpenAPI writes it; what is there already stays. */
  add(method: string, path: string, value: Value): void {
    let current = this.#root;
    for (const segment of path.split('/').slice(1)) {
      current = segment.includes('{') ? templated(current, segment) : literal(current, segment);
    }
    const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
    if (!current.ends.has(method)) current.ends.set(method, { value, names });
  }

  /** @param path as it stands in the request, without query */
  find(path: string): Match<Value> | undefined {
    const segments = path.split('/').slice(1).map(decoded);
    if (!segments.every((segment) => segment !== undefined)) return undefined;
    const values: string[] = [];
    const found = search(this.#root, segments, 0, values);
    return (
      found &&
      new Map(
        [...found].map(([method, { value, names }]) => {
          const entries = names.map((name, index) => [name, values[index] ?? '']);
          return [method, { value, parameters: Object.fromEntries(entries) }];
        }),
      )
    );
  }
}

function search<Value>(
  at: Node<Value>,
  segments: readonly string[],
  index: number,
  values: string[],
): Node<Value>['ends'] | undefined {
  const segment = segments[index];
  if (segment === undefined) return at.ends.size > 0 ? at.ends : undefined;
  const next = at.literals.get(segment);
  const found = next && search(next, segments, index + 1, values);
  if (found) return found;
  for (const { template, node: below } of at.templates) {
    const given = valuesIn(template, segment);
    if (!given) continue;
    values.push(...given);
    const end = search(below, segments, index + 1, values);
    if (end) return end;
    values.length -= given.length;
  }
  return undefined;
}

/** What stands at the parameters of a segment, each at least one character; undefined if it does not fit. */
function valuesIn({ texts }: Template, segment: string): readonly string[] | undefined {
  const [first = '', ...rest] = texts;
  if (!segment.startsWith(first)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const [index, text] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const end = isLast
      ? segment.endsWith(text)
        ? segment.length - text.length
        : -1
      : segment.indexOf(text, at + 1);
    if (end <= at) return undefined;
    values.push(segment.slice(at, end));
    at = end + text.length;
  }
  return values;
}

function literal<Value>(at: Node<Value>, segment: string): Node<Value> {
  const key = decoded(segment) ?? segment;
  const known = at.literals.get(key) ?? node<Value>();
  at.literals.set(key, known);
  return known;
}

function templated<Value>(at: Node<Value>, segment: string): Node<Value> {
  const texts = segment.split(/\{[^{}]*\}/).map((text) => decoded(text) ?? text);
  const key = JSON.stringify(texts);
  const known = at.templates.find(({ template }) => template.key === key);
  if (known) return known.node;
  const added = { template: { key, texts }, node: node<Value>() };
  at.templates.push(added);
  at.templates.sort((a, b) => b.template.key.length - a.template.key.length);
  return added.node;
}

function node<Value>(): Node<Value> {
  return { literals: new Map(), templates: [], ends: new Map() };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
