import { follow, isRecord, partsOf } from '#blueprint';
import type { PartKind } from '#blueprint';

type Json = Readonly<Record<string, unknown>>;

/**
 * The first schema that applies itself to the very value that it is applied to (`A` is one of `A` and `B`):
 * checking a value would never end. A schema that comes back inside of a property or a list is fine.
 */
export function endlessSchema(document: Json): readonly string[] | undefined {
  const state = new Map<unknown, 'open' | 'done'>();
  const isEndless = (schema: unknown): boolean => {
    const part = follow(document, schema);
    if (state.get(part) === 'done' || Object.keys(part).length === 0) return false;
    if (state.get(part) === 'open') return true;
    state.set(part, 'open');
    const endless = applied(part).some(isEndless);
    state.set(part, 'done');
    return endless;
  };
  const visit = (
    kind: PartKind,
    value: unknown,
    path: readonly string[],
  ): readonly string[] | undefined => {
    if (!isRecord(value)) return undefined;
    if (kind === 'schema' && isEndless(value)) return path;
    for (const part of partsOf(kind, value)) {
      const found = visit(part.kind, part.value, [...path, ...part.path]);
      if (found) return found;
    }
    return undefined;
  };
  return visit('document', document, []);
}

/** The schemas that a schema applies to its own value. */
function applied(part: Json): readonly unknown[] {
  const lists = [part['allOf'], part['anyOf'], part['oneOf']].flatMap((list): unknown[] =>
    Array.isArray(list) ? list : [],
  );
  // In 3.1 a reference may stand beside other words; `follow` has taken it alone.
  return [...lists, part['not'], part['if'], part['then'], part['else']].filter(
    (schema) => schema !== undefined,
  );
}
